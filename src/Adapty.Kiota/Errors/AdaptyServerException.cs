using Adapty.Kiota.Errors;

namespace Adapty.Kiota;

/// <summary>Adapty, or the network in front of it, failed: a 5xx.</summary>
public class AdaptyServerException : AdaptyApiException
{
    /// <inheritdoc cref="AdaptyException(string, Exception?)"/>
    public AdaptyServerException(string message, Exception? innerException = null) : base(message, innerException)
    {
    }

    internal AdaptyServerException(Refusal refusal) : base(refusal)
    {
    }
}
