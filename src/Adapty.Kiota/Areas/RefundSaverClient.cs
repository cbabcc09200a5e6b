using Adapty.Kiota.Api.V2.ServerSideApi.Purchase.Profile.RefundSaver.Settings;
using Adapty.Kiota.Calls;
using Adapty.Kiota.Limits;
using Adapty.Kiota.Models;

namespace Adapty.Kiota;

/// <summary>How Adapty answers Apple when this user asks for a refund.</summary>
public class RefundSaverClient
{
    private readonly RequestAdapter _adapter = null!;
    private readonly EmptyPathSegmentRequestBuilder _settings = null!;

    internal RefundSaverClient(RequestAdapter adapter, AdaptyApiClient api)
    {
        _adapter = adapter;
        _settings = api.Api.V2.ServerSideApi.Purchase.Profile.RefundSaver.Settings.EmptyPathSegment;
    }

    /// <summary>For mocking libraries.</summary>
    protected RefundSaverClient()
    {
    }

    /// <summary>Reads the settings. What is null was never set; the default is not documented.</summary>
    /// <inheritdoc cref="ProfilesClient.GetAsync"/>
    public virtual Task<ProfileRefundSaverSettings> GetSettingsAsync(ProfileKey key, CancellationToken cancellationToken = default) =>
        _adapter.SendAsync<ProfileRefundSaverSettings>(_settings.ToGetRequestInformation().For(key), cancellationToken);

    /// <summary>Sets the consent, the preference (<see cref="RefundPreferences"/>), or both.</summary>
    /// <param name="key">Whose profile.</param>
    /// <param name="request">What changes; at least one of the two.</param>
    /// <param name="cancellationToken">Ends the call at once.</param>
    /// <returns>The settings as they are now.</returns>
    /// <exception cref="ArgumentException"><paramref name="key"/> is the default value, or the request says nothing.</exception>
    /// <inheritdoc cref="ProfilesClient.GetAsync"/>
    public virtual Task<ProfileRefundSaverSettings> SetSettingsAsync(ProfileKey key, SetRefundSaverSettingsRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var set = _settings.ToPostRequestInformation(request).For(key);
        Rule.Require(!set.HasEmptyBody(), nameof(request), $"must have {nameof(request.Consent)} or {nameof(request.CustomPreference)}");
        return _adapter.SendAsync<ProfileRefundSaverSettings>(set, cancellationToken);
    }
}
