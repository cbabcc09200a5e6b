using Adapty.Kiota.Cli.Output;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Cli.Commands.AccessLevels;

/// <summary><c>adapty access check</c>. The SDK decides whether a level is active; here are only the words for why.</summary>
internal sealed class AccessCheckCommand : ProfileCommand
{
    private readonly Argument<string> _level = ValueOption.Id("access-level", "Its id in the dashboard, such as premium.");

    public AccessCheckCommand(ToolHost host)
        : base(host, "check", "Says whether a user has an access level now, in words and by the exit code.")
    {
        Arguments.Add(_level);
    }

    public override string HelpNotes => """
        Exit codes:
          0  active
          1  not active, or Adapty knows no such profile
          Any other means that it is not known: 2 wrong command line, 3 refused, 4 no readable response.

        Examples:
          adapty access check premium --customer-user-id user-42 && echo "Welcome in."
          adapty access check premium --customer-user-id user-42 --demo
        """;

    protected override async Task RunAsync(AdaptySession session, ParseResult arguments, CancellationToken cancellationToken)
    {
        var level = arguments.GetRequiredValue(_level);
        var profile = await session.Adapty.Profiles.GetAsync(KeyOf(arguments), cancellationToken);
        var now = session.Now;
        session.ExitCode = profile.HasAccess(level, now) ? ExitCode.Ok : ExitCode.NoAccess;
        List<AccessLevel> entries = [.. (profile.AccessLevels ?? []).Where(entry => entry.AccessLevelId == level)];
        var state = session.ExitCode == ExitCode.Ok ? Active(entries, now) : $"not active, {WhyNot(entries, now)}";
        session.Print(output => output.WriteLine(Text.Safe($"{level}: {state}")));
    }

    private static string Active(List<AccessLevel> entries, DateTimeOffset now)
    {
        var lasting = entries.Where(entry => entry.IsActiveAt(now)).MaxBy(entry => entry.ExpiresAt ?? DateTimeOffset.MaxValue)!;
        return lasting.ExpiresAt is { } expiry ? $"active until {Text.Of(expiry)}" : "active for life";
    }

    private static string WhyNot(List<AccessLevel> entries, DateTimeOffset now)
    {
        if (entries.Count == 0)
            return "the profile does not have it";
        var coming = entries.Where(entry => entry.StartsAt > now && !(entry.ExpiresAt <= entry.StartsAt)).Min(entry => entry.StartsAt);
        if (coming is not null)
            return $"starts {Text.Of(coming)}";
        var past = entries.Where(entry => entry.ExpiresAt <= now).Max(entry => entry.ExpiresAt);
        return past is null ? "it would end before it starts" : $"expired {Text.Of(past)}";
    }
}
