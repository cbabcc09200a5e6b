using System.CommandLine;
using Adapty.Kiota.Cli.Output;

namespace Adapty.Kiota.Cli.Commands.Profiles;

/// <summary><c>adapty profile create</c>.</summary>
internal sealed class ProfileCreateCommand : ApiCommand
{
    private readonly ProfileKeyOptions _key = new(mayBeBoth: true);
    private readonly ProfileFieldOptions _fields = new();

    public ProfileCreateCommand(ToolHost host) : base(host, "create", "Creates a profile, or gives an anonymous one your own id of the user.")
    {
        _key.AddTo(this);
        AddOptions([.. _fields.All]);
        _fields.AddRulesTo(this);
    }

    public override string HelpNotes => """
        With both ids, the customer user id is attached to the profile that exists.

        Examples:
          adapty profile create --customer-user-id user-43 --email ada@example.com --ip-country DE
          adapty profile create --customer-user-id user-43 --profile-id d8533a10-bcce-4e33-8c9d-88b05ac56559
          adapty profile create --customer-user-id user-43 --attribute sport=yoga --number level=7 --demo
        """;

    protected override async Task<ExitCode> RunAsync(AdaptySession session, ParseResult arguments, CancellationToken cancellationToken)
    {
        var fields = _fields.Of(arguments);
        var profile = _key.OfProfile(arguments) is { } anonymous && _key.OfCustomer(arguments) is { } customer
            ? await session.Adapty.Profiles.CreateAsync(anonymous, customer, fields, cancellationToken)
            : await session.Adapty.Profiles.CreateAsync(_key.Of(arguments), fields, cancellationToken);
        session.Print(output => ProfileSummary.Write(output, profile, session.Now));
        return ExitCode.Ok;
    }
}
