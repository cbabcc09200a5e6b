namespace Adapty.Kiota.Cli.Commands;

/// <summary>A command about one profile, which one of two options names; a new profile may have both.</summary>
internal abstract class ProfileCommand : ApiCommand
{
    private readonly Option<ProfileKey?> _customerUserId = ValueOption.Once<ProfileKey?>(
        "--customer-user-id",
        "id",
        "Your own id of the user, as your app told it to Adapty.",
        text => ProfileKey.ForCustomer(text),
        "must be printable ASCII, not empty, without whitespace at its ends");

    private readonly Option<ProfileKey?> _profileId = ValueOption.Once<ProfileKey?>(
        "--profile-id",
        "guid",
        "Adapty's id of the profile.",
        text => ProfileKey.ForProfile(Guid.Parse(text)),
        "must be a GUID such as d8533a10-bcce-4e33-8c9d-88b05ac56559");

    private readonly bool _mayBeBoth;

    protected ProfileCommand(ToolHost host, string name, string description, bool mayBeBoth = false) : base(host, name, description)
    {
        _mayBeBoth = mayBeBoth;
        AddOptions(_customerUserId, _profileId);
        Validators.Add(RequireKey);
    }

    protected ProfileKey KeyOf(ParseResult arguments) => arguments.GetValue(_profileId) ?? arguments.GetValue(_customerUserId)!.Value;

    /// <summary>Each null when it is not given.</summary>
    protected (ProfileKey? Profile, ProfileKey? Customer) KeysOf(ParseResult arguments) =>
        (arguments.GetValue(_profileId), arguments.GetValue(_customerUserId));

    private void RequireKey(CommandResult result)
    {
        var customer = result.GetResult(_customerUserId) is not null;
        var profile = result.GetResult(_profileId) is not null;
        if (customer && profile && !_mayBeBoth)
            result.AddError($"Give only one of {_customerUserId.Name} and {_profileId.Name}.");
        else if (!customer && !profile)
            result.AddError($"Say whose profile: {_customerUserId.Name} or {_profileId.Name} is missing.");
    }
}
