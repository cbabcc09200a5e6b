using Adapty.Kiota.Http;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Testing.State;

/// <summary>What one fake knows. Whatever can change is read and written under <see cref="Gate"/>.</summary>
internal sealed class FakeState(TimeProvider clock)
{
    private readonly Dictionary<string, FakeProfile> _byCustomerUserId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FakeProfile> _byProfileId = new(StringComparer.Ordinal);

    public object Gate { get; } = new();

    public TimeProvider Clock => clock;

    public Ids Ids { get; } = new();

    public FakeProfile? FindCustomer(string customerUserId)
    {
        lock (Gate)
            return _byCustomerUserId.GetValueOrDefault(customerUserId);
    }

    public FakeProfile? FindProfile(string profileId)
    {
        lock (Gate)
            return _byProfileId.GetValueOrDefault(profileId);
    }

    /// <exception cref="ArgumentException">One of the ids is taken.</exception>
    public FakeProfile Add(string? customerUserId, string? profileId)
    {
        var model = new Profile
        {
            AppId = Ids.App,
            ProfileId = profileId is null ? Ids.NextUuid() : HeaderValue.Check(profileId, "A profile id", nameof(profileId)),
            CustomerUserId = customerUserId,
            TotalRevenueUsd = 0,
            SegmentHash = "0000000000000000",
            CustomAttributes = [],
            AccessLevels = [],
            Subscriptions = [],
            NonSubscriptions = [],
        };
        var profile = new FakeProfile(this, model, customerUserId is null ? ProfileKey.ForProfile(model.ProfileId) : ProfileKey.ForCustomer(customerUserId));
        lock (Gate)
        {
            if (customerUserId is not null && _byCustomerUserId.ContainsKey(customerUserId))
                throw new ArgumentException("There is a profile with this customer user id already: keep what AddProfile returned, and change that.", nameof(customerUserId));
            if (_byProfileId.ContainsKey(model.ProfileId))
                throw new ArgumentException("There is a profile with this profile id already: keep what AddProfile returned, and change that.", nameof(profileId));
            Put(profile);
        }

        return profile;
    }

    /// <summary>Adds a profile under the ids that it holds and under its key; what was there before gives way.</summary>
    public void Put(FakeProfile profile)
    {
        lock (Gate)
        {
            _byProfileId[profile.ProfileId] = profile;
            if (profile.CustomerUserId is { } customerUserId)
                _byCustomerUserId[customerUserId] = profile;
            (profile.Key.IsProfileId ? _byProfileId : _byCustomerUserId)[profile.Key.Require(nameof(profile))] = profile;
        }
    }
}
