using Adapty.Kiota.Errors;

namespace Adapty.Kiota;

/// <summary>Adapty answered, and refused: a 4xx or 5xx. Its subclasses say what about.</summary>
public class AdaptyApiException : AdaptyException
{
    /// <inheritdoc cref="AdaptyException(string, Exception?)"/>
    public AdaptyApiException(string message, Exception? innerException = null) : base(message, innerException)
    {
    }

    internal AdaptyApiException(Refusal refusal) : base(refusal.Message)
    {
        StatusCode = refusal.StatusCode;
        ErrorCode = refusal.ErrorCode;
        Errors = refusal.Errors;
        RetryAfter = refusal.RetryAfter;
        BodyExcerpt = refusal.BodyExcerpt;
        RequestId = refusal.RequestId;
        Attempts = refusal.Attempts;
        IsTransient = refusal.IsTransient;
    }

    /// <summary>The HTTP status of the answer. The body's own <c>status_code</c> is not used: it is known to be wrong.</summary>
    public int StatusCode { get; init; }

    /// <summary>Adapty's name of the problem, see <see cref="AdaptyErrorCodes"/> (an open set); null when the answer named none.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Adapty's own words, by what they are about; empty when the answer was not in one of Adapty's shapes.</summary>
    public IReadOnlyList<AdaptyError> Errors { get; init; } = [];

    /// <summary>How long Adapty asks to wait before the next try; null when it did not say. Never negative.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// The beginning of the body, at most 2 KB, with the key, ids of users and e-mail addresses taken out; null when there was none.
    /// It may still hold data of a customer, so log it with care: it is not part of <see cref="Exception.Message"/>.
    /// </summary>
    public string? BodyExcerpt { get; init; }
}
