using Adapty.Kiota.Calls;
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

    public FakeApp App { get; } = new();

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
        if (customerUserId is not null)
            HeaderValue.Check(customerUserId, "A customer user id", nameof(customerUserId));
        if (profileId is not null)
            HeaderValue.Check(profileId, "A profile id", nameof(profileId));
        lock (Gate)
        {
            if (customerUserId is not null && _byCustomerUserId.ContainsKey(customerUserId))
                throw new ArgumentException("There is a profile with this customer user id already: keep what AddProfile returned, and change that.", nameof(customerUserId));
            if (profileId is not null && _byProfileId.ContainsKey(profileId))
                throw new ArgumentException("There is a profile with this profile id already: keep what AddProfile returned, and change that.", nameof(profileId));
            return Create(customerUserId, profileId);
        }
    }

    /// <summary>Adds a profile whose ids are free. In a body, other than in a header, an id may be any text.</summary>
    public FakeProfile Create(string? customerUserId, string? profileId = null)
    {
        var model = new Profile
        {
            AppId = Ids.App,
            ProfileId = profileId ?? Ids.NextUuid(),
            CustomerUserId = customerUserId,
            TotalRevenueUsd = 0,
            SegmentHash = "0000000000000000",
            CustomAttributes = [],
            AccessLevels = [],
            Subscriptions = [],
            NonSubscriptions = [],
        };
        var profile = new FakeProfile(this, model, KeyOf(model));
        Put(profile);
        return profile;
    }

    /// <summary>Gives a profile that has none a customer user id that nobody has.</summary>
    public void Attach(FakeProfile profile, string customerUserId)
    {
        lock (Gate)
        {
            profile.Change(model => model.CustomerUserId = customerUserId);
            _byCustomerUserId[customerUserId] = profile;
        }
    }

    /// <summary>Takes a profile away, under every id that it was found by.</summary>
    public void Remove(FakeProfile profile)
    {
        lock (Gate)
        {
            foreach (var ids in new[] { _byCustomerUserId, _byProfileId })
            {
                foreach (var (id, _) in ids.Where(entry => entry.Value == profile).ToList())
                    ids.Remove(id);
            }
        }
    }

    /// <summary>The customer user id, unless there is none or no header can carry it.</summary>
    public static ProfileKey KeyOf(Profile model) =>
        model.CustomerUserId is { } id && HeaderValue.Problem(id) is null ? ProfileKey.ForCustomer(id) : ProfileKey.ForProfile(model.ProfileId!);

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
