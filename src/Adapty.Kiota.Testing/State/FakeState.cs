using Adapty.Kiota.Calls;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Testing.State;

/// <summary>The state of one fake. The caller of every member that reads or writes it holds <see cref="Gate"/>.</summary>
internal sealed class FakeState
{
    private readonly Dictionary<string, FakeProfile> _byCustomerUserId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FakeProfile> _byProfileId = new(StringComparer.Ordinal);

    public FakeState(TimeProvider clock)
    {
        Clock = clock;
        Webhooks = new FakeWebhooks(this);
    }

    public object Gate { get; } = new();

    public TimeProvider Clock { get; }

    public FakeWebhooks Webhooks { get; }

    public IEnumerable<FakeProfile> Profiles => _byProfileId.Values.Distinct();

    public Ids Ids { get; } = new();

    public FakeApp App { get; } = new();

    public FakeProfile? FindCustomer(string customerUserId) => _byCustomerUserId.GetValueOrDefault(customerUserId);

    public FakeProfile? FindProfile(string profileId) => _byProfileId.GetValueOrDefault(profileId);

    /// <summary>Adds a profile for a test; takes the gate by itself.</summary>
    /// <exception cref="ArgumentException">One of the ids is taken, or is not fit for a header.</exception>
    public FakeProfile Add(string? customerUserId, string? profileId)
    {
        if (customerUserId is not null)
            HeaderValue.Check(customerUserId, "A customer user id", nameof(customerUserId));
        if (profileId is not null)
            HeaderValue.Check(profileId, "A profile id", nameof(profileId));
        lock (Gate)
        {
            if (customerUserId is not null && _byCustomerUserId.ContainsKey(customerUserId))
                throw Taken("customer user id", nameof(customerUserId));
            if (profileId is not null && _byProfileId.ContainsKey(profileId))
                throw Taken("profile id", nameof(profileId));
            return Create(customerUserId, profileId);
        }
    }

    /// <summary>Adds a profile whose ids are free. Unlike in a header, an id in a body may be any string.</summary>
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

    /// <summary>Gives an anonymous profile a customer user id that is free.</summary>
    public void Attach(FakeProfile profile, string customerUserId)
    {
        profile.Change(model => model.CustomerUserId = customerUserId);
        Put(profile);
    }

    /// <summary>Removes a profile, under every id that finds it.</summary>
    public void Remove(FakeProfile profile)
    {
        foreach (var ids in new[] { _byCustomerUserId, _byProfileId })
        {
            foreach (var (id, _) in ids.Where(entry => entry.Value == profile).ToList())
                ids.Remove(id);
        }
    }

    /// <summary>The customer user id, unless there is none or a header cannot carry it.</summary>
    public static ProfileKey KeyOf(Profile model) => model.CustomerUserId is { } id && HeaderValue.Problem(id) is null
        ? ProfileKey.ForCustomer(id)
        : ProfileKey.ForProfile(model.ProfileId!);

    /// <summary>Adds a profile under its ids and its key; replaces an existing one.</summary>
    public void Put(FakeProfile profile)
    {
        _byProfileId[profile.ProfileId] = profile;
        if (profile.CustomerUserId is { } customerUserId)
            _byCustomerUserId[customerUserId] = profile;
        (profile.Key.IsProfileId ? _byProfileId : _byCustomerUserId)[profile.Key.Require(nameof(profile))] = profile;
    }

    private static ArgumentException Taken(string id, string parameter) =>
        new($"There is a profile with this {id} already: keep what AddProfile returned, and change that.", parameter);
}
