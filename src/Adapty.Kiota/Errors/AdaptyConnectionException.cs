namespace Adapty.Kiota;

/// <summary>
/// There was no complete response: the name did not resolve, the connection was refused, reset or cut off, TLS failed.
/// A call that writes may have been carried out all the same.
/// </summary>
public class AdaptyConnectionException : AdaptyException
{
    /// <inheritdoc cref="AdaptyException(string, Exception?)"/>
    public AdaptyConnectionException(string message, Exception? innerException = null) : base(message, innerException)
    {
    }

    /// <summary>Whether nothing of the request can have reached Adapty, so that even a write may be sent again.</summary>
    internal bool NeverSent { get; init; }
}
