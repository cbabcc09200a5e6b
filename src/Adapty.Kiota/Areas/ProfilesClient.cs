using Adapty.Kiota.Api.V2.ServerSideApi.Profile;
using Adapty.Kiota.Calls;
using Adapty.Kiota.Limits;
using Adapty.Kiota.Models;
using Microsoft.Kiota.Abstractions;

namespace Adapty.Kiota;

/// <summary>Users and what they may use.</summary>
public class ProfilesClient
{
    private readonly RequestAdapter _adapter = null!;
    private readonly EmptyPathSegmentRequestBuilder _profile = null!;

    internal ProfilesClient(RequestAdapter adapter, AdaptyApiClient api)
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
    /// <exception cref="AdaptyAuthenticationException">The API key is not accepted.</exception>
    /// <exception cref="AdaptyApiException">Adapty refused for another reason, or failed.</exception>
    /// <exception cref="AdaptyResponseException">The response cannot be read. It says nothing about the user's access.</exception>
    /// <exception cref="AdaptyConnectionException">There was no response, or none in time (<see cref="AdaptyTimeoutException"/>).</exception>
    /// <exception cref="ArgumentException"><paramref name="key"/> is the default value.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public virtual Task<Profile> GetAsync(ProfileKey key, CancellationToken cancellationToken = default) =>
        _adapter.SendForProfileAsync(_profile.ToGetRequestInformation().For(key), cancellationToken);

    /// <summary>
    /// As <see cref="GetAsync"/>, but null when Adapty says that there is no such profile, and only then: a 404 that does not
    /// say so, an unreadable response and a failure stay exceptions.
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

    /// <summary>
    /// Reads any number of profiles, some at a time. Results come in the order in which the calls end. A call that fails, for
    /// whatever reason, is a result with <see cref="ProfileResult.Error"/>; the others go on. When Adapty limits the rate, all of
    /// them wait for as long as it asks. No more keys are taken, and no more results kept, than calls are under way.
    /// </summary>
    /// <param name="keys">Whose profiles. They are taken one by one, as results are.</param>
    /// <param name="options">How fast; null for the defaults.</param>
    /// <param name="cancellationToken">Ends all calls at once. Leaving the loop does the same.</param>
    /// <exception cref="ArgumentException">An option is out of its range: before anything is sent. Or, when it is its turn, a key is the default value; the message names which one.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public virtual IAsyncEnumerable<ProfileResult> GetManyAsync(
        IEnumerable<ProfileKey> keys, ProfileBatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return GetManyAsync(OneByOneAsync(keys), options, cancellationToken);
    }

    /// <inheritdoc cref="GetManyAsync(IEnumerable{ProfileKey}, ProfileBatchOptions?, CancellationToken)"/>
    public virtual IAsyncEnumerable<ProfileResult> GetManyAsync(
        IAsyncEnumerable<ProfileKey> keys, ProfileBatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        options ??= new ProfileBatchOptions();
        options.Check(nameof(options));
        return ProfileBatch.RunAsync(keys, ReadAsync, options.MaxConcurrency, options.MaxPerSecond, _adapter.Clock, cancellationToken);

        Task<Profile> ReadAsync(ProfileKey key, IRequestOption option, CancellationToken stop)
        {
            var request = _profile.ToGetRequestInformation().For(key);
            request.AddRequestOptions([option]);
            return _adapter.SendForProfileAsync(request, stop);
        }
    }

    /// <summary>
    /// Creates a profile. With a customer user id: a new profile of that id. With a profile id: what Adapty does with one that
    /// exists, or not, is not documented. Nor is a customer user id that already has a profile: <see cref="FindAsync"/> first.
    /// </summary>
    /// <param name="key">Whose profile.</param>
    /// <param name="request">What is known about the user; Adapty may want <see cref="ProfileFields.InstallationMeta"/>. Null, or without any value, sends no body.</param>
    /// <param name="cancellationToken">Ends the call at once.</param>
    /// <returns>The profile as it is now.</returns>
    /// <exception cref="ArgumentException"><paramref name="key"/> is the default value, or the request breaks a documented limit; the message names path and rule.</exception>
    /// <inheritdoc cref="GetAsync"/>
    public virtual Task<Profile> CreateAsync(ProfileKey key, CreateProfileRequest? request = null, CancellationToken cancellationToken = default) =>
        _adapter.SendForProfileAsync(CreateRequest(request).For(key), cancellationToken);

    /// <summary>Attaches a customer user id to a profile that exists, such as the anonymous one of a user who logs in.</summary>
    /// <param name="profile">The profile, by its profile id.</param>
    /// <param name="customer">The customer user id that it gets.</param>
    /// <param name="request">What is known about the user; null, or without any value, sends no body.</param>
    /// <param name="cancellationToken">Ends the call at once.</param>
    /// <returns>The profile as it is now.</returns>
    /// <exception cref="ArgumentException">The keys are not one of each kind, or the request breaks a documented limit; the message names path and rule.</exception>
    /// <inheritdoc cref="GetAsync"/>
    public virtual Task<Profile> CreateAsync(ProfileKey profile, ProfileKey customer, CreateProfileRequest? request = null, CancellationToken cancellationToken = default)
    {
        profile.Require(nameof(profile));
        customer.Require(nameof(customer));
        Rule.Require(profile.IsProfileId, nameof(profile), "must be made with ProfileKey.ForProfile");
        Rule.Require(!customer.IsProfileId, nameof(customer), "must be made with ProfileKey.ForCustomer");
        return _adapter.SendForProfileAsync(CreateRequest(request).For(profile).For(customer), cancellationToken);
    }

    /// <summary>Changes the given properties of a profile, and leaves the others as they are.</summary>
    /// <param name="key">Whose profile.</param>
    /// <param name="request">What changes; at least one property. An attribute goes away with <see cref="CustomAttribute.Delete"/>.</param>
    /// <param name="cancellationToken">Ends the call at once.</param>
    /// <returns>The profile as it is now.</returns>
    /// <exception cref="ArgumentException">The request says nothing or breaks a documented limit; the message names path and rule.</exception>
    /// <inheritdoc cref="GetAsync"/>
    public virtual Task<Profile> UpdateAsync(ProfileKey key, UpdateProfileRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ProfileRules.Check(request, nameof(request));
        var update = _profile.ToPatchRequestInformation(request).For(key);
        Rule.Require(!update.HasEmptyBody(), nameof(request), "must have at least one property with a value");
        return _adapter.SendForProfileAsync(update, cancellationToken);
    }

    /// <summary>
    /// Deletes a profile and the data tied to it. The purchase history is detached: the next profile that buys or restores
    /// under the same store account inherits it, and its events are sent again. The store's subscription goes on.
    /// </summary>
    /// <inheritdoc cref="GetAsync"/>
    public virtual Task DeleteAsync(ProfileKey key, CancellationToken cancellationToken = default) =>
        _adapter.SendNoContentAsync(_profile.ToDeleteRequestInformation().For(key), null, cancellationToken);

    private static async IAsyncEnumerable<ProfileKey> OneByOneAsync(IEnumerable<ProfileKey> keys)
    {
        foreach (var key in keys)
            yield return key;
        await Task.CompletedTask.ConfigureAwait(false);
    }

    private RequestInformation CreateRequest(CreateProfileRequest? request)
    {
        request ??= new CreateProfileRequest();
        ProfileRules.Check(request, nameof(request));
        return _profile.ToPostRequestInformation(request);
    }
}
