using System.Globalization;

namespace Adapty.Kiota.Calls;

/// <summary>Both forms of Retry-After: whole seconds and an HTTP date.</summary>
internal static class RetryAfterHeader
{
    /// <summary>The wait that an answer asks for; null when it asks for none, or in a form that cannot be read. A past date means now.</summary>
    public static TimeSpan? Read(HttpResponseMessage response, TimeProvider clock)
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
}
