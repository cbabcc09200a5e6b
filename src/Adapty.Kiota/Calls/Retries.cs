using System.Globalization;

namespace Adapty.Kiota.Calls;

/// <summary>What may be sent again. Decided per operation: a purchase that is recorded twice costs somebody money.</summary>
internal enum RetryRule
{
    /// <summary>Reads and deletions: repeating changes nothing, so every transient failure is retried.</summary>
    Repeatable,

    /// <summary>Writes: retried only when the request certainly had no effect (429, or it was never sent).</summary>
    OnlyIfNotProcessed,

    /// <summary>A write with an idempotency key: as <see cref="Repeatable"/>, and while the first request is still being processed.</summary>
    IdempotencyKey,
}

/// <summary>When a call is sent again, and after which wait.</summary>
internal static class Retries
{
    public static readonly TimeSpan BaseWindow = TimeSpan.FromSeconds(0.5);
    public static readonly TimeSpan LongestWindow = TimeSpan.FromSeconds(8);

    /// <summary>
    /// The refusals that pass by themselves: what <see cref="AdaptyException.IsTransient"/> says, and what a repeatable call is
    /// retried after. 520 to 524 and 530 come from the network in front of Adapty.
    /// </summary>
    public static bool IsTransient(int status, string? errorCode) =>
        status is 408 or 429 or 500 or 502 or 503 or 504 or (>= 520 and <= 524) or 530
        || errorCode is AdaptyErrorCodes.RateLimited or AdaptyErrorCodes.IdempotencyInFlight;

    public static bool MayRetry(RetryRule rule, AdaptyException failure) => failure switch
    {
        AdaptyRateLimitException => true,
        AdaptyApiException { ErrorCode: AdaptyErrorCodes.IdempotencyInFlight } => rule == RetryRule.IdempotencyKey,
        AdaptyApiException refused => rule != RetryRule.OnlyIfNotProcessed && refused.IsTransient,
        AdaptyConnectionException lost => lost.IsTransient && (rule != RetryRule.OnlyIfNotProcessed || lost.NeverSent),
        _ => false,
    };

    /// <summary>
    /// The wait that a response asks for, in either form of Retry-After: whole seconds or an HTTP date. A past date means now.
    /// Null when it asks for none, or in a form that cannot be read.
    /// </summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider clock)
    {
        // The typed property takes no more seconds than an int holds.
        if (!response.Headers.TryGetValues("Retry-After", out var values) || values.FirstOrDefault()?.Trim() is not { } text)
            return null;

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return TimeSpan.FromSeconds(Math.Min(seconds, (long)TimeSpan.FromDays(365).TotalSeconds));

        if (response.Headers.RetryAfter?.Date is not { } date)
            return null;

        var wait = date - clock.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    /// <summary>
    /// The wait that nobody asked for: full jitter over a window that doubles, from half a second up to eight. Full jitter
    /// spreads the clients that failed together.
    /// </summary>
    /// <param name="attempts">How many attempts were made: 1 or more.</param>
    /// <param name="jitter">From 0 up to, but not including, 1.</param>
    public static TimeSpan Backoff(int attempts, double jitter)
    {
        var window = Math.Min(LongestWindow.Ticks, BaseWindow.Ticks * Math.Pow(2, attempts - 1));
        return TimeSpan.FromTicks((long)(window * jitter));
    }
}
