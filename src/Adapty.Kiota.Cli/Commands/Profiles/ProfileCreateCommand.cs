using Adapty.Kiota.Models;

namespace Adapty.Kiota.Cli.Commands.Profiles;

/// <summary><c>adapty profile create</c>.</summary>
internal sealed class ProfileCreateCommand : ProfileCommand
{
    private readonly ProfileFieldOptions _fields = new();

    public ProfileCreateCommand(ToolHost host)
        : base(host, "create", "Creates a profile, or gives an anonymous one your own id of the user.", mayBeBoth: true)
    {
        AddOptions(_fields.All);
        Validators.Add(_fields.RequireDeviceId);
    }

    public override string HelpNotes => """
        With both ids, the customer user id is attached to the profile that exists.

        Examples:
          adapty profile create --customer-user-id user-43 --email ada@example.com --ip-country DE
          adapty profile create --customer-user-id user-43 --profile-id d8533a10-bcce-4e33-8c9d-88b05ac56559
          adapty profile create --customer-user-id user-43 --attribute sport=yoga --number level=7 --demo
        """;

    protected override async Task RunAsync(AdaptySession session, ParseResult arguments, CancellationToken cancellationToken)
    {
        var request = _fields.ApplyTo(new CreateProfileRequest(), arguments);
        var profile = KeysOf(arguments) is ({ } anonymous, { } customer)
            ? await session.Adapty.Profiles.CreateAsync(anonymous, customer, request, cancellationToken)
            : await session.Adapty.Profiles.CreateAsync(KeyOf(arguments), request, cancellationToken);
        session.Print(output => ProfileSummary.Write(output, profile, session.Now));
    }
}
