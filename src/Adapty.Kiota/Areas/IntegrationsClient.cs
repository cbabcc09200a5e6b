using Adapty.Kiota.Api.V2.ServerSideApi.Integration.Profile.Set.IntegrationIdentifiers;
using Adapty.Kiota.Calls;
using Adapty.Kiota.Limits;
using IntegrationIdentifiers = Adapty.Kiota.Models.IntegrationIdentifiers;

namespace Adapty.Kiota;

/// <summary>Under which ids a user is known to the services that Adapty passes events on to.</summary>
public class IntegrationsClient
{
    private readonly RequestAdapter _adapter = null!;
    private readonly EmptyPathSegmentRequestBuilder _identifiers = null!;

    internal IntegrationsClient(RequestAdapter adapter, AdaptyApiClient api)
    {
        _adapter = adapter;
        _identifiers = api.Api.V2.ServerSideApi.Integration.Profile.Set.IntegrationIdentifiers.EmptyPathSegment;
    }

    /// <summary>For mocking libraries.</summary>
    protected IntegrationsClient()
    {
    }

    /// <summary>Reads the ids; null where there is none.</summary>
    /// <inheritdoc cref="ProfilesClient.GetAsync"/>
    public virtual Task<IntegrationIdentifiers> GetIdentifiersAsync(ProfileKey key, CancellationToken cancellationToken = default) =>
        _adapter.SendAsync<IntegrationIdentifiers>(_identifiers.ToGetRequestInformation().For(key), cancellationToken);

    /// <summary>Adds the given ids to those that are there.</summary>
    /// <param name="key">Whose profile.</param>
    /// <param name="identifiers">The ids to set; at least one.</param>
    /// <param name="cancellationToken">Ends the call at once.</param>
    /// <exception cref="ArgumentException"><paramref name="key"/> is the default value, or no id is given.</exception>
    /// <inheritdoc cref="ProfilesClient.GetAsync"/>
    public virtual Task SetIdentifiersAsync(ProfileKey key, IntegrationIdentifiers identifiers, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(identifiers);
        var set = _identifiers.ToPostRequestInformation(identifiers).For(key);
        Rule.Require(!set.HasEmptyBody(), nameof(identifiers), "must have at least one id");
        return _adapter.SendNoContentAsync(set, null, cancellationToken);
    }
}
