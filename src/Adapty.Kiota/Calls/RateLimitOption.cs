using Microsoft.Kiota.Abstractions;

namespace Adapty.Kiota.Calls;

/// <summary>Of one call, by whoever makes many: wants to know when Adapty limits the rate, also when the call then succeeds.</summary>
/// <param name="told">Gets the wait that Adapty asks for; null when it asks for none.</param>
internal sealed class RateLimitOption(Action<TimeSpan?> told) : IRequestOption
{
    public void Tell(TimeSpan? retryAfter) => told(retryAfter);
}
