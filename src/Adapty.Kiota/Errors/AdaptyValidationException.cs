using Adapty.Kiota.Errors;

namespace Adapty.Kiota;

/// <summary>Adapty found the request wrong: a 400 or 422. <see cref="AdaptyApiException.Errors"/> says which field and why.</summary>
public class AdaptyValidationException : AdaptyApiException
{
    /// <inheritdoc cref="AdaptyException(string, Exception?)"/>
    public AdaptyValidationException(string message, Exception? innerException = null) : base(message, innerException)
    {
    }

    internal AdaptyValidationException(Refusal refusal) : base(refusal)
    {
    }
}
