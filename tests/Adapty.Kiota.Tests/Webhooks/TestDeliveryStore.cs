using System.Threading.Channels;
using Adapty.Kiota.Webhooks;

namespace Adapty.Kiota.Tests.Webhooks;

/// <summary>A store that fails when a test wants it to, and tells when a delivery is settled.</summary>
internal sealed class TestDeliveryStore : IWebhookDeliveryStore
{
    private readonly MemoryDeliveryStore _memory = new(TimeProvider.System);
    private readonly Channel<string> _settled = Channel.CreateUnbounded<string>();

    public bool FailsToReserve { get; init; }

    public bool FailsToConfirm { get; init; }

    public bool FailsToRelease { get; init; }

    public Func<Task> Hang { get; init; } = () => Task.CompletedTask;

    /// <summary>Waits for the next delivery that is confirmed or released.</summary>
    public async Task SettledAsync() => await _settled.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public async ValueTask<WebhookReservation> ReserveAsync(string key, string owner, TimeSpan expiry, CancellationToken cancellationToken)
    {
        await Hang();
        return FailsToReserve ? throw new TimeoutException("canary") : await _memory.ReserveAsync(key, owner, expiry, cancellationToken);
    }

    public async ValueTask ConfirmAsync(string key, TimeSpan retention, CancellationToken cancellationToken)
    {
        if (FailsToConfirm)
            throw new TimeoutException("canary");
        await _memory.ConfirmAsync(key, retention, cancellationToken);
        _settled.Writer.TryWrite(key);
    }

    public async ValueTask ReleaseAsync(string key, string owner, CancellationToken cancellationToken)
    {
        if (FailsToRelease)
            throw new TimeoutException("canary");
        await _memory.ReleaseAsync(key, owner, cancellationToken);
        _settled.Writer.TryWrite(key);
    }
}
