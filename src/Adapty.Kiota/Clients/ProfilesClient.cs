using Adapty.Kiota.Api.V2.ServerSideApi.Profile;
using Adapty.Kiota.Http;
using Adapty.Kiota.Models;

namespace Adapty.Kiota;

/// <summary>Users and what they may use.</summary>
public class ProfilesClient
{
    private readonly AdaptyRequestAdapter _adapter = null!;
    private readonly EmptyPathSegmentRequestBuilder _profile = null!;

    internal ProfilesClient(AdaptyRequestAdapter adapter, AdaptyApiClient api)
    {
        _adapter = adapter;
        _profile = api.Api.V2.ServerSideApi.Profile.EmptyPathSegment;
    }

    /// <summary>For mocking libraries.</summary>
    protected ProfilesClient()
    {
    }

    /// <summary>Reads a profile: who the user is, their access levels, subscriptions and one-time purchases.</summary>
    /// <param name="key">Whose profile.</param>
    /// <param name="cancellationToken">Ends the call at once.</param>
    /// <exception cref="AdaptyProfileNotFoundException">Adapty does not know the user: the app was never opened, or this id was never told to Adapty.</exception>
    /// <exception cref="AdaptyAuthenticationException">The key is not accepted.</exception>
    /// <exception cref="AdaptyApiException">Adapty refused for another reason, or failed.</exception>
    /// <exception cref="AdaptyResponseException">The answer cannot be read. It says nothing about the user's access.</exception>
    /// <exception cref="AdaptyConnectionException">There was no answer, or none in time (<see cref="AdaptyTimeoutException"/>).</exception>
    /// <exception cref="ArgumentException"><paramref name="key"/> is the default value.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public virtual async Task<Profile> GetAsync(ProfileKey key, CancellationToken cancellationToken = default)
    {
        var request = _profile.ToGetRequestInformation();
        request.Headers.Add(key.HeaderName, key.Require(nameof(key)));
        var response = await _adapter.SendAsync(request, ProfileResponse.CreateFromDiscriminatorValue, null, cancellationToken).ConfigureAwait(false);
        return response!.Data!;
    }

    /// <summary>
    /// As <see cref="GetAsync"/>, but null when Adapty says that there is no such profile, and only then: a 404 that does not
    /// say so, an unreadable answer and a failure stay exceptions.
    /// </summary>
    /// <inheritdoc cref="GetAsync"/>
    public virtual async Task<Profile?> FindAsync(ProfileKey key, CancellationToken cancellationToken = default)
    {
        try
        {
            return await GetAsync(key, cancellationToken).ConfigureAwait(false);
        }
        catch (AdaptyProfileNotFoundException)
        {
            return null;
        }
    }
}
