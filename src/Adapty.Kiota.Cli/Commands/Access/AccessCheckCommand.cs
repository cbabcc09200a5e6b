using System.CommandLine;
using Adapty.Kiota.Cli.Commands.Values;
using Adapty.Kiota.Cli.Output;

namespace Adapty.Kiota.Cli.Commands.Access;

/// <summary><c>adapty access check</c>.</summary>
internal sealed class AccessCheckCommand : ApiCommand
{
    private readonly WordArgument _level = new("access-level", "Its id in the dashboard, such as premium.");
    private readonly ProfileKeyOptions _key = new();

    public AccessCheckCommand(ToolHost host) : base(host, "check", "Says whether a user has an access level now, in words and by the exit code.")
    {
        Arguments.Add(_level);
        _key.AddTo(this);
    }

    public override string HelpNotes => """
        Exit codes:
          0  active
          1  not active, or Adapty knows no such profile
          Any other means that it is not known: 2 wrong command line, 3 refused, 4 no readable answer.

        Examples:
          adapty access check premium --customer-user-id user-42 && echo "Welcome in."
          adapty access check premium --customer-user-id user-42 --demo
        """;

    protected override async Task<ExitCode> RunAsync(AdaptySession session, ParseResult arguments, CancellationToken cancellationToken)
    {
        var level = arguments.GetRequiredValue(_level);
        var profile = await session.Adapty.Profiles.GetAsync(_key.Of(arguments), cancellationToken);
        var now = session.Now;
        session.Print(output => output.WriteLine(AccessSentence.Of(profile, level, now)));
        return profile.HasAccess(level, now) ? ExitCode.Ok : ExitCode.NoAccess;
    }
}
