using Adapty.Kiota.Errors;

namespace Adapty.Kiota;

/// <summary>The key is right, but the app may not do this: <c>feature_not_enabled</c> (virtual currency is switched on by Adapty's support), or any other 403.</summary>
public class AdaptyForbiddenException : AdaptyApiException
{
    /// <inheritdoc cref="AdaptyException(string, Exception?)"/>
    public AdaptyForbiddenException(string message, Exception? innerException = null) : base(message, innerException)
    {
    }

    internal AdaptyForbiddenException(Refusal refusal) : base(refusal)
    {
    }
}
