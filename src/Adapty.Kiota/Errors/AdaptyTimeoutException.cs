namespace Adapty.Kiota;

/// <summary>
/// The time for one attempt (<see cref="AdaptyClientOptions.AttemptTimeout"/>) or for the whole call
/// (<see cref="AdaptyClientOptions.Timeout"/>) ran out. A call that writes may have been carried out all the same.
/// </summary>
public class AdaptyTimeoutException : AdaptyConnectionException
{
    /// <inheritdoc cref="AdaptyException(string, Exception?)"/>
    public AdaptyTimeoutException(string message, Exception? innerException = null) : base(message, innerException)
    {
    }
}
