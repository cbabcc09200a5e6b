using Adapty.Kiota.Models;

namespace Adapty.Kiota.Cli.Commands.Profiles;

/// <summary><c>adapty profile update</c>.</summary>
internal sealed class ProfileUpdateCommand : ProfileCommand
{
    private readonly ProfileFieldOptions _fields = new();
    private readonly Option<IReadOnlyList<string>> _deletions = ValueOption.Many(
        "--delete-attribute", "name", "Deletes a custom attribute. Repeatable.", Parsers.NotEmpty, ValueOption.NotEmptyRule);

    public ProfileUpdateCommand(ToolHost host)
        : base(host, "update", "Changes the given properties of a profile, and leaves the others as they are.")
    {
        AddOptions([.. _fields.All, _deletions]);
        Validators.Add(_fields.RequireDeviceId);
        Validators.Add(RequireChange);
    }

    public override string HelpNotes => """
        Examples:
          adapty profile update --customer-user-id user-42 --email ada@example.com
          adapty profile update --customer-user-id user-42 --attribute sport=chess --number level=8 --delete-attribute age --demo
        """;

    protected override async Task RunAsync(AdaptySession session, ParseResult arguments, CancellationToken cancellationToken)
    {
        var deletions = arguments.GetValues(_deletions).Select(CustomAttribute.Delete);
        var request = _fields.ApplyTo(new UpdateProfileRequest(), arguments, deletions);
        var profile = await session.Adapty.Profiles.UpdateAsync(KeyOf(arguments), request, cancellationToken);
        session.Print(output => ProfileSummary.Write(output, profile, session.Now));
    }

    private void RequireChange(CommandResult result)
    {
        if (!_fields.AnyChangeIn(result) && result.GetResult(_deletions) is null)
            result.AddError("Say what to change, for example with --email or --attribute.");
    }
}
