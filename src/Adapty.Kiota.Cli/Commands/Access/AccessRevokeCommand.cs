using System.CommandLine;
using Adapty.Kiota.Cli.Commands.Values;
using Adapty.Kiota.Cli.Output;

namespace Adapty.Kiota.Cli.Commands.Access;

/// <summary><c>adapty access revoke</c>.</summary>
internal sealed class AccessRevokeCommand : ApiCommand
{
    private readonly WordArgument _level = new("access-level", "The id of a level that the user has, such as premium.");
    private readonly ProfileKeyOptions _key = new();
    private readonly ValueOption<DateTimeOffset?> _at = ValueOptions.Instant("--at", "When it ends, not after its expiry; now if not given.");

    public AccessRevokeCommand(ToolHost host) : base(host, "revoke", "Takes an access level from a user, now or at an instant to come.")
    {
        Arguments.Add(_level);
        _key.AddTo(this);
        AddOptions(_at);
    }

    public override string HelpNotes => """
        It does not last: the next transaction of the store's subscription brings the level back.

        Examples:
          adapty access revoke premium --customer-user-id user-42 --demo
          adapty access revoke premium --customer-user-id user-42 --at 2031-01-01T00:00:00Z
        """;

    protected override async Task<ExitCode> RunAsync(AdaptySession session, ParseResult arguments, CancellationToken cancellationToken)
    {
        var key = _key.Of(arguments);
        var level = arguments.GetRequiredValue(_level);
        var profile = arguments.GetValue(_at) is { } at
            ? await session.Adapty.AccessLevels.RevokeAsync(key, level, at, cancellationToken)
            : await session.Adapty.AccessLevels.RevokeAsync(key, level, cancellationToken);
        session.Print(output => ProfileSummary.WriteAccess(output, profile, session.Now));
        return ExitCode.Ok;
    }
}
