using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Webhooks;

/// <summary>A clock that a test moves, and that tells when the first time limit has begun.</summary>
internal sealed class SignallingClock() : FakeTimeProvider(TestData.Now)
{
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task LimitBegun => _begun.Task.WaitAsync(TestContext.Current.CancellationToken);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _begun.TrySetResult();
        return timer;
    }
}
