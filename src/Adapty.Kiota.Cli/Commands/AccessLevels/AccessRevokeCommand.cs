using Adapty.Kiota.Cli.Commands.Profiles;

namespace Adapty.Kiota.Cli.Commands.AccessLevels;

/// <summary><c>adapty access revoke</c>.</summary>
internal sealed class AccessRevokeCommand : ProfileCommand
{
    private readonly Argument<string> _level = ValueOption.Id("access-level", "The id of a level that the user has, such as premium.");
    private readonly Option<DateTimeOffset?> _at = ValueOption.Instant(
        "--at", "When it ends, not after its expiry; now if not given.");

    public AccessRevokeCommand(ToolHost host) : base(host, "revoke", "Takes an access level from a user, now or later.")
    {
        Arguments.Add(_level);
        AddOptions(_at);
    }

    public override string HelpNotes => """
        It does not last: the next transaction of the store's subscription brings the level back.

        Examples:
          adapty access revoke premium --customer-user-id user-42 --demo
          adapty access revoke premium --customer-user-id user-42 --at 2031-01-01T00:00:00Z
        """;

    protected override async Task RunAsync(AdaptySession session, ParseResult arguments, CancellationToken cancellationToken)
    {
        var key = KeyOf(arguments);
        var level = arguments.GetRequiredValue(_level);
        var profile = arguments.GetValue(_at) is { } at
            ? await session.Adapty.AccessLevels.RevokeAsync(key, level, at, cancellationToken)
            : await session.Adapty.AccessLevels.RevokeAsync(key, level, cancellationToken);
        session.Print(output => ProfileSummary.WriteAccess(output, profile, session.Now));
    }
}
