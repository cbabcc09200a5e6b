using System.CommandLine;
using System.CommandLine.Parsing;
using Adapty.Kiota.Cli.Commands.Values;
using Adapty.Kiota.Cli.Output;

namespace Adapty.Kiota.Cli.Commands.Access;

/// <summary><c>adapty access grant</c>.</summary>
internal sealed class AccessGrantCommand : ApiCommand
{
    private readonly WordArgument _level = new("access-level", "Its id in the dashboard, such as premium. It must exist there.");
    private readonly ProfileKeyOptions _key = new();
    private readonly ValueOption<DateTimeOffset?> _until = ValueOptions.Instant("--until", "When it ends: a date (midnight UTC), or a time with its offset.");
    private readonly ValueOption<TimeSpan?> _for = new("--for", "length", "How long it lasts: hours, days or weeks, such as 12h, 30d, 4w.", text => Words.Duration(text), "must be a number of hours, days or weeks such as 12h, 30d, 4w");
    private readonly Option<bool> _lifetime = ValueOptions.Flag("--lifetime", "It never ends. Asks first.");
    private readonly ValueOption<DateTimeOffset?> _from = ValueOptions.Instant("--from", "When it begins; now if not given.");

    public AccessGrantCommand(ToolHost host) : base(host, "grant", "Gives a user an access level without a purchase.")
    {
        Arguments.Add(_level);
        _key.AddTo(this);
        AddOptions(_until, _for, _lifetime, _from);
        AddYes();
        Validators.Add(RequireOneEnd);
    }

    public override string HelpNotes => """
        What a grant does to a level that is active already is not documented by Adapty: look at the answer.

        Examples:
          adapty access grant premium --customer-user-id user-42 --until 2031-01-01
          adapty access grant premium --customer-user-id user-42 --until 2031-01-01T18:00:00+01:00
          adapty access grant plus --customer-user-id user-42 --for 30d --demo
          adapty access grant premium --customer-user-id user-42 --lifetime
        """;

    protected override string? QuestionBefore(ParseResult arguments) =>
        arguments.GetValue(_lifetime) ? $"Grant {arguments.GetRequiredValue(_level)} for life?" : null;

    protected override async Task<ExitCode> RunAsync(AdaptySession session, ParseResult arguments, CancellationToken cancellationToken)
    {
        var key = _key.Of(arguments);
        var level = arguments.GetRequiredValue(_level);
        var levels = session.Adapty.AccessLevels;
        var profile = (End(arguments, session.Now), arguments.GetValue(_from)) switch
        {
            (null, _) => await levels.GrantLifetimeAsync(key, level, cancellationToken),
            ({ } until, null) => await levels.GrantAsync(key, level, until, cancellationToken),
            ({ } until, { } from) => await levels.GrantAsync(key, level, until, from, cancellationToken),
        };
        session.Print(output => ProfileSummary.WriteAccess(output, profile, session.Now));
        return ExitCode.Ok;
    }

    private void RequireOneEnd(CommandResult result)
    {
        var ends = new Option[] { _until, _for, _lifetime }.Count(option => result.GetResult(option) is not null);
        if (ends != 1)
            result.AddError($"Say how long: {(ends == 0 ? "one of" : "only one of")} {_until.Name}, {_for.Name} and {_lifetime.Name}.");
        else if (result.GetResult(_lifetime) is not null && result.GetResult(_from) is not null)
            result.AddError($"{_from.Name} does not go with {_lifetime.Name}, which begins now.");
    }

    /// <summary>Null for life.</summary>
    private DateTimeOffset? End(ParseResult arguments, DateTimeOffset now)
    {
        if (arguments.GetValue(_lifetime))
            return null;
        var from = arguments.GetValue(_from);
        var end = arguments.GetValue(_until);
        if (arguments.GetValue(_for) is { } length)
        {
            var start = from ?? now;
            end = length <= DateTimeOffset.MaxValue - start ? start + length : throw new ToolException(ExitCode.Usage, $"{_for.Name} ends after the year 9999.");
        }

        return from >= end ? throw new ToolException(ExitCode.Usage, $"{_from.Name} must be before {_until.Name}: the access could never be active.") : end;
    }
}
