using Adapty.Kiota.Calls;
using Adapty.Kiota.Limits;
using Adapty.Kiota.Models;
using Grant = Adapty.Kiota.Api.V2.ServerSideApi.Purchase.Profile.Grant.AccessLevel.EmptyPathSegmentRequestBuilder;
using Revoke = Adapty.Kiota.Api.V2.ServerSideApi.Purchase.Profile.Revoke.AccessLevel.EmptyPathSegmentRequestBuilder;

namespace Adapty.Kiota;

/// <summary>Giving and taking access without a purchase. It does not appear in Adapty's analytics.</summary>
public class AccessLevelsClient
{
    private readonly RequestAdapter _adapter = null!;
    private readonly Grant _grant = null!;
    private readonly Revoke _revoke = null!;

    internal AccessLevelsClient(RequestAdapter adapter, AdaptyApiClient api)
    {
        _adapter = adapter;
        _grant = api.Api.V2.ServerSideApi.Purchase.Profile.Grant.AccessLevel.EmptyPathSegment;
        _revoke = api.Api.V2.ServerSideApi.Purchase.Profile.Revoke.AccessLevel.EmptyPathSegment;
    }

    /// <summary>For mocking libraries.</summary>
    protected AccessLevelsClient()
    {
    }

    /// <summary>Grants an access level from now until an instant.</summary>
    /// <remarks>Whether granting an active level extends, shortens or replaces it is not documented: look at the response.</remarks>
    /// <param name="key">Whose profile.</param>
    /// <param name="accessLevelId">The id from the dashboard, such as <c>premium</c>. It must exist there.</param>
    /// <param name="until">The end of the access, with any offset; sent in UTC, cut to microseconds.</param>
    /// <param name="cancellationToken">Ends the call at once.</param>
    /// <returns>The profile as it is now.</returns>
    /// <exception cref="AdaptyResourceNotFoundException">The app has no such access level.</exception>
    /// <exception cref="ArgumentException"><paramref name="key"/> is the default value, or <paramref name="accessLevelId"/> is empty or whitespace.</exception>
    /// <inheritdoc cref="ProfilesClient.GetAsync"/>
    public virtual Task<Profile> GrantAsync(ProfileKey key, string accessLevelId, DateTimeOffset until, CancellationToken cancellationToken = default) =>
        GrantAsync(key, new GrantAccessLevelRequest { AccessLevelId = accessLevelId, ExpiresAt = until }, cancellationToken);

    /// <summary>Grants an access level for a time that may begin later.</summary>
    /// <param name="key">Whose profile.</param>
    /// <param name="accessLevelId">The id from the dashboard, such as <c>premium</c>. It must exist there.</param>
    /// <param name="until">The end of the access; after <paramref name="from"/>.</param>
    /// <param name="from">The beginning of the access, possibly in the future.</param>
    /// <param name="cancellationToken">Ends the call at once.</param>
    /// <returns>The profile as it is now.</returns>
    /// <exception cref="ArgumentException"><paramref name="key"/> is the default value, <paramref name="accessLevelId"/> is empty or whitespace, or the access would end before it begins.</exception>
    /// <inheritdoc cref="GrantAsync(ProfileKey, string, DateTimeOffset, CancellationToken)"/>
    public virtual Task<Profile> GrantAsync(ProfileKey key, string accessLevelId, DateTimeOffset until, DateTimeOffset from, CancellationToken cancellationToken = default)
    {
        Rule.Require(from < until, nameof(from), $"must be before {nameof(until)}: the access could never be active");
        return GrantAsync(key, new GrantAccessLevelRequest { AccessLevelId = accessLevelId, StartsAt = from, ExpiresAt = until }, cancellationToken);
    }

    /// <summary>Grants an access level for life: it never expires, and ends only when it is revoked.</summary>
    /// <inheritdoc cref="GrantAsync(ProfileKey, string, DateTimeOffset, CancellationToken)"/>
    public virtual Task<Profile> GrantLifetimeAsync(ProfileKey key, string accessLevelId, CancellationToken cancellationToken = default) =>
        GrantAsync(key, new GrantAccessLevelRequest { AccessLevelId = accessLevelId }, cancellationToken);

    /// <summary>Grants an access level for life that may begin later.</summary>
    /// <param name="key">Whose profile.</param>
    /// <param name="accessLevelId">The id from the dashboard, such as <c>premium</c>. It must exist there.</param>
    /// <param name="startsAt">The beginning of the access, possibly in the future; sent in UTC, cut to microseconds.</param>
    /// <param name="cancellationToken">Ends the call at once.</param>
    /// <inheritdoc cref="GrantAsync(ProfileKey, string, DateTimeOffset, CancellationToken)"/>
    public virtual async Task<Profile> GrantLifetimeAsync(ProfileKey key, string accessLevelId, DateTimeOffset startsAt, CancellationToken cancellationToken = default) =>
        await GrantAsync(key, new GrantAccessLevelRequest { AccessLevelId = accessLevelId, StartsAt = startsAt }, cancellationToken).ConfigureAwait(false);

    /// <summary>Revokes an access level at once.</summary>
    /// <remarks>It does not last: the next transaction of the store's subscription, or a reinstall of the app, brings the level back.</remarks>
    /// <param name="key">Whose profile.</param>
    /// <param name="accessLevelId">The id of a level that the profile has.</param>
    /// <param name="cancellationToken">Ends the call at once.</param>
    /// <returns>The profile as it is now.</returns>
    /// <exception cref="AdaptyValidationException">The profile does not have that level (<c>profile_paid_access_level_does_not_exist</c>).</exception>
    /// <exception cref="ArgumentException"><paramref name="key"/> is the default value, or <paramref name="accessLevelId"/> is empty or whitespace.</exception>
    /// <inheritdoc cref="ProfilesClient.GetAsync"/>
    public virtual Task<Profile> RevokeAsync(ProfileKey key, string accessLevelId, CancellationToken cancellationToken = default) =>
        RevokeAsync(key, new RevokeAccessLevelRequest { AccessLevelId = accessLevelId }, cancellationToken);

    /// <summary>Revokes an access level at an instant to come.</summary>
    /// <param name="key">Whose profile.</param>
    /// <param name="accessLevelId">The id of a level that the profile has.</param>
    /// <param name="at">When it ends: in the future and not after its expiry, which Adapty checks.</param>
    /// <param name="cancellationToken">Ends the call at once.</param>
    /// <inheritdoc cref="RevokeAsync(ProfileKey, string, CancellationToken)"/>
    public virtual Task<Profile> RevokeAsync(ProfileKey key, string accessLevelId, DateTimeOffset at, CancellationToken cancellationToken = default) =>
        RevokeAsync(key, new RevokeAccessLevelRequest { AccessLevelId = accessLevelId, RevokeAt = at }, cancellationToken);

    private Task<Profile> GrantAsync(ProfileKey key, GrantAccessLevelRequest grant, CancellationToken cancellationToken)
    {
        Rule.RequireString(grant.AccessLevelId, "accessLevelId");
        return _adapter.SendForProfileAsync(_grant.ToPostRequestInformation(grant).For(key), cancellationToken);
    }

    private Task<Profile> RevokeAsync(ProfileKey key, RevokeAccessLevelRequest revocation, CancellationToken cancellationToken)
    {
        Rule.RequireString(revocation.AccessLevelId, "accessLevelId");
        return _adapter.SendForProfileAsync(_revoke.ToPostRequestInformation(revocation).For(key), cancellationToken);
    }
}
