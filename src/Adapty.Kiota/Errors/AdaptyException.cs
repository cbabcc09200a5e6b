namespace Adapty.Kiota;

/// <summary>
/// What every failed call throws: the base of a family outside of which only <see cref="OperationCanceledException"/>
/// (the caller's own token) and <see cref="ArgumentException"/> (before anything is sent) occur.
/// </summary>
/// <remarks>
/// No exception of the family holds the API key or the id of a customer: they are taken out of Adapty's own words, too.
/// The constructors are public so that your tests can make a substitute throw.
/// </remarks>
public class AdaptyException : Exception
{
    /// <summary>An exception with a message and, where there is one, its cause.</summary>
    public AdaptyException(string message, Exception? innerException = null) : base(message, innerException)
    {
    }

    /// <summary>Whether the same call may well succeed a little later: no connection, time out, 408, 429, a server error.</summary>
    public bool IsTransient { get; init; }

    /// <summary>The id that Adapty or its network gave to the request, to name to their support; null when the response had none.</summary>
    public string? RequestId { get; init; }

    /// <summary>How many times the request was sent, or tried to be: 1 or more for a call that left the client, 0 for one that did not.</summary>
    public int Attempts { get; init; }
}
