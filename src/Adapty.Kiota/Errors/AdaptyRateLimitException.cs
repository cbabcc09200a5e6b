using Adapty.Kiota.Errors;

namespace Adapty.Kiota;

/// <summary>Too many requests: <c>rate_limited</c>, or any other 429. <see cref="AdaptyApiException.RetryAfter"/> says how long to wait, if Adapty did.</summary>
public class AdaptyRateLimitException : AdaptyApiException
{
    /// <inheritdoc cref="AdaptyException(string, Exception?)"/>
    public AdaptyRateLimitException(string message, Exception? innerException = null) : base(message, innerException)
    {
    }

    internal AdaptyRateLimitException(Refusal refusal) : base(refusal)
    {
    }
}
