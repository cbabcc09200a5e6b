namespace Adapty.Kiota.Webhooks;

/// <summary>Remembers which deliveries were handled, so that a delivery that comes twice is handled once.</summary>
/// <remarks>
/// Keys are hashes over the app, the environment and the event: 32 characters, and nothing to be read in them.
/// </remarks>
public interface IWebhookDeliveryStore
{
    /// <summary>Reserves a delivery for one attempt, when nobody else has it.</summary>
    /// <param name="key">The delivery.</param>
    /// <param name="owner">The attempt.</param>
    /// <param name="expiry">How long the reservation holds when the attempt never ends, as after a crash.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<WebhookReservation> ReserveAsync(string key, string owner, TimeSpan expiry, CancellationToken cancellationToken);

    /// <summary>Remembers a delivery as handled, whoever has reserved it.</summary>
    /// <param name="key">The delivery.</param>
    /// <param name="retention">How long to remember it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask ConfirmAsync(string key, TimeSpan retention, CancellationToken cancellationToken);

    /// <summary>Gives a reservation back, if it is still this attempt's.</summary>
    /// <param name="key">The delivery.</param>
    /// <param name="owner">The attempt.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask ReleaseAsync(string key, string owner, CancellationToken cancellationToken);
}
