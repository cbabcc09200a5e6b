using Adapty.Kiota.Cli.Commands.Profiles;

namespace Adapty.Kiota.Cli.Commands.AccessLevels;

/// <summary><c>adapty access grant</c>.</summary>
internal sealed class AccessGrantCommand : ProfileCommand
{
    private readonly Argument<string> _level = ValueOption.Id(
        "access-level", "Its id in the dashboard, such as premium. It must exist there.");
    private readonly Option<DateTimeOffset?> _until = ValueOption.Instant(
        "--until", "When it ends: a date (midnight UTC), or a time with its offset.");

    private readonly Option<TimeSpan?> _for = ValueOption.Once<TimeSpan?>(
        "--for",
        "length",
        "How long it lasts: hours, days or weeks, such as 12h, 30d, 4w.",
        text => Parsers.Duration(text),
        "must be a number of hours, days or weeks such as 12h, 30d, 4w");

    private readonly Option<bool> _lifetime = ValueOption.Flag("--lifetime", "It never ends. Asks first.");
    private readonly Option<DateTimeOffset?> _from = ValueOption.Instant("--from", "When it begins; now if not given.");

    public AccessGrantCommand(ToolHost host) : base(host, "grant", "Gives a user an access level without a purchase.")
    {
        Arguments.Add(_level);
        AddOptions(_until, _for, _lifetime, _from);
        AskFirst(arguments => arguments.GetValue(_lifetime) ? $"Grant {arguments.GetRequiredValue(_level)} for life?" : null);
        Validators.Add(RequireOneEnd);
    }

    public override string HelpNotes => """
        What a grant does to a level that is active already is not documented by Adapty: look at the response.

        Examples:
          adapty access grant premium --customer-user-id user-42 --until 2031-01-01
          adapty access grant premium --customer-user-id user-42 --until 2031-01-01T18:00:00+01:00
          adapty access grant plus --customer-user-id user-42 --for 30d --demo
          adapty access grant premium --customer-user-id user-42 --lifetime
          adapty access grant premium --customer-user-id user-42 --lifetime --from 2031-01-31
        """;

    protected override async Task RunAsync(AdaptySession session, ParseResult arguments, CancellationToken cancellationToken)
    {
        var key = KeyOf(arguments);
        var level = arguments.GetRequiredValue(_level);
        var levels = session.Adapty.AccessLevels;
        var profile = (EndOrNull(arguments, session.Now), arguments.GetValue(_from)) switch
        {
            (null, null) => await levels.GrantLifetimeAsync(key, level, cancellationToken),
            (null, { } from) => await levels.GrantLifetimeAsync(key, level, from, cancellationToken),
            ({ } until, null) => await levels.GrantAsync(key, level, until, cancellationToken),
            ({ } until, { } from) => await levels.GrantAsync(key, level, until, from, cancellationToken),
        };
        session.Print(output => ProfileSummary.WriteAccess(output, profile, session.Now));
    }

    private void RequireOneEnd(CommandResult result)
    {
        var ends = new Option[] { _until, _for, _lifetime }.Count(option => result.GetResult(option) is not null);
        if (ends != 1)
            result.AddError($"Say how long: {(ends == 0 ? "one of" : "only one of")} {_until.Name}, {_for.Name} and {_lifetime.Name}.");
    }

    /// <summary>Null for life.</summary>
    private DateTimeOffset? EndOrNull(ParseResult arguments, DateTimeOffset now)
    {
        var from = arguments.GetValue(_from);
        if (arguments.GetValue(_for) is { } length)
        {
            var start = from ?? now;
            return length <= DateTimeOffset.MaxValue - start
                ? start + length
                : throw new ToolException(ExitCode.Usage, $"{_for.Name} ends after the year 9999.");
        }

        var until = arguments.GetValue(_until);
        return from >= until
            ? throw new ToolException(ExitCode.Usage, $"{_from.Name} must be before {_until.Name}: the access could never be active.")
            : until;
    }
}
