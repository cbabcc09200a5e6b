using System.CommandLine;
using Adapty.Kiota.Cli.Demo;

namespace Adapty.Kiota.Cli.Commands;

/// <summary>A command that asks Adapty something. All of them take --json and --demo.</summary>
internal abstract class ApiCommand : Command, IHelpNotes
{
    protected ApiCommand(ToolHost host, string name, string description) : base(name, description)
    {
        // Of arity zero: the message about --json=word would repeat the word otherwise.
        var json = new Option<bool>("--json") { Description = "Print the answer exactly as Adapty sent it.", Arity = ArgumentArity.Zero };
        var demo = new Option<bool>("--demo")
        {
            Description = $"Answer with the example of Adapty's documentation, known as {DemoAdapty.CustomerUserId}: no key, no network.",
            Arity = ArgumentArity.Zero,
        };
        Options.Add(json);
        Options.Add(demo);
        SetAction(async (arguments, cancellationToken) =>
        {
            using var session = AdaptySession.Open(host, arguments.GetValue(demo), arguments.GetValue(json));
            try
            {
                return (int)await RunAsync(session, arguments, cancellationToken);
            }
            catch (AdaptyProfileNotFoundException) when (arguments.GetValue(demo))
            {
                throw new ToolException(
                    ExitCode.ProfileNotFound,
                    $"The demo knows one profile only: --customer-user-id {DemoAdapty.CustomerUserId} or --profile-id {DemoAdapty.ProfileId}.");
            }
        });
    }

    public abstract string HelpNotes { get; }

    /// <summary>Asks and prints. What the SDK throws is turned into an exit code by the caller.</summary>
    protected abstract Task<ExitCode> RunAsync(AdaptySession session, ParseResult arguments, CancellationToken cancellationToken);
}
