using System.CommandLine;
using System.CommandLine.Parsing;

namespace Adapty.Kiota.Cli.Commands;

/// <summary>The two options that say whose profile a command is about, of which exactly one is given.</summary>
internal sealed class ProfileKeyOptions
{
    private readonly Option<ProfileKey> _customerUserId = new("--customer-user-id")
    {
        Description = "Your own id of the user, as your app told it to Adapty.",
        HelpName = "id",
        CustomParser = result => Parse(result, ProfileKey.ForCustomer, "must be printable ASCII without blanks at its ends, and not empty"),
    };

    private readonly Option<ProfileKey> _profileId = new("--profile-id")
    {
        Description = "Adapty's id of the profile.",
        HelpName = "guid",
        CustomParser = result => Parse(result, text => ProfileKey.ForProfile(Guid.Parse(text)), "must be a GUID such as d8533a10-bcce-4e33-8c9d-88b05ac56559"),
    };

    public void AddTo(Command command)
    {
        // Before --json and --demo in the help.
        command.Options.Insert(0, _customerUserId);
        command.Options.Insert(1, _profileId);
        command.Validators.Add(RequireOne);
    }

    public ProfileKey Of(ParseResult arguments) =>
        arguments.GetValue(arguments.GetResult(_profileId) is null ? _customerUserId : _profileId);

    private void RequireOne(CommandResult result)
    {
        var customer = result.GetResult(_customerUserId) is not null;
        var profile = result.GetResult(_profileId) is not null;
        if (customer && profile)
            result.AddError($"Give only one of {_customerUserId.Name} and {_profileId.Name}.");
        else if (!customer && !profile)
            result.AddError($"Say whose profile: {_customerUserId.Name} or {_profileId.Name} is missing.");
    }

    /// <summary>An id that cannot be used is a wrong command line, and is not repeated.</summary>
    private static ProfileKey Parse(ArgumentResult result, Func<string, ProfileKey> parse, string rule)
    {
        var option = (OptionResult)result.Parent!;
        var text = result.Tokens[0].Value;

        // System.CommandLine takes the next word whatever it is: a script's empty variable must not ask for the user "--json".
        if (option.Parent is CommandResult { Command: var command } && command.Options.Any(other => other.Name == text))
        {
            result.AddError($"{option.Option.Name} has no value.");
            return default;
        }

        try
        {
            return parse(text);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            result.AddError($"{option.Option.Name} {rule}.");
            return default;
        }
    }
}
