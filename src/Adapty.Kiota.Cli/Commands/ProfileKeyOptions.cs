using System.CommandLine;
using System.CommandLine.Parsing;
using Adapty.Kiota.Cli.Commands.Values;

namespace Adapty.Kiota.Cli.Commands;

/// <summary>The two options that say whose profile a command is about, of which exactly one is given, or for a new profile at least one.</summary>
internal sealed class ProfileKeyOptions(bool mayBeBoth = false)
{
    private readonly ValueOption<ProfileKey> _customerUserId = new(
        "--customer-user-id",
        "id",
        "Your own id of the user, as your app told it to Adapty.",
        ProfileKey.ForCustomer,
        "must be printable ASCII without blanks at its ends, and not empty");

    private readonly ValueOption<ProfileKey> _profileId = new(
        "--profile-id",
        "guid",
        "Adapty's id of the profile.",
        text => ProfileKey.ForProfile(Guid.Parse(text)),
        "must be a GUID such as d8533a10-bcce-4e33-8c9d-88b05ac56559");

    public void AddTo(Command command)
    {
        // Before all others in the help.
        command.Options.Insert(0, _customerUserId);
        command.Options.Insert(1, _profileId);
        command.Validators.Add(RequireOne);
    }

    public ProfileKey Of(ParseResult arguments) => OfProfile(arguments) ?? arguments.GetValue(_customerUserId);

    /// <summary>The profile id alone; null when it is not given.</summary>
    public ProfileKey? OfProfile(ParseResult arguments) => arguments.GetResult(_profileId) is null ? null : arguments.GetValue(_profileId);

    /// <summary>The customer user id alone; null when it is not given.</summary>
    public ProfileKey? OfCustomer(ParseResult arguments) => arguments.GetResult(_customerUserId) is null ? null : arguments.GetValue(_customerUserId);

    private void RequireOne(CommandResult result)
    {
        var customer = result.GetResult(_customerUserId) is not null;
        var profile = result.GetResult(_profileId) is not null;
        if (customer && profile && !mayBeBoth)
            result.AddError($"Give only one of {_customerUserId.Name} and {_profileId.Name}.");
        else if (!customer && !profile)
            result.AddError($"Say whose profile: {_customerUserId.Name} or {_profileId.Name} is missing.");
    }
}
