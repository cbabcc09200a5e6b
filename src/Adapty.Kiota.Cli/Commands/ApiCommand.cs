using System.CommandLine;
using Adapty.Kiota.Cli.Commands.Values;
using Adapty.Kiota.Cli.Demo;
using Adapty.Kiota.Cli.Terminal;

namespace Adapty.Kiota.Cli.Commands;

/// <summary>A command that asks Adapty something. All of them take --json and --demo.</summary>
internal abstract class ApiCommand : Command, IHelpNotes
{
    private readonly Option<bool> _json = ValueOptions.Flag("--json", "Print the answer exactly as Adapty sent it.");
    private readonly Option<bool> _demo = ValueOptions.Flag(
        "--demo", $"Answer from an Adapty in memory that knows {DemoAdapty.CustomerUserId}: no key, no network.");

    private readonly Option<bool> _yes = ValueOptions.Flag("--yes", "Do not ask first.");

    protected ApiCommand(ToolHost host, string name, string description) : base(name, description)
    {
        Options.Add(_json);
        Options.Add(_demo);
        SetAction(async (arguments, cancellationToken) =>
        {
            using var session = await AdaptySession.OpenAsync(host, arguments.GetValue(_demo), arguments.GetValue(_json));
            if (QuestionBefore(arguments) is { } question && !arguments.GetValue(_yes))
                await Confirmation.RequireAsync(host, question, cancellationToken);
            session.Progress.Start();
            try
            {
                return (int)await RunAsync(session, arguments, cancellationToken);
            }
            catch (AdaptyProfileNotFoundException) when (arguments.GetValue(_demo))
            {
                throw new ToolException(
                    ExitCode.ProfileNotFound,
                    $"The demo knows one profile only: --customer-user-id {DemoAdapty.CustomerUserId} or --profile-id {DemoAdapty.ProfileId}.");
            }
            catch (ArgumentException exception) when (ArgumentProblem.Describe(exception) is { } problem)
            {
                throw new ToolException(ExitCode.Usage, problem);
            }
        });
    }

    public abstract string HelpNotes { get; }

    /// <summary>Adds options before --json and --demo in the help.</summary>
    protected void AddOptions(params ReadOnlySpan<Option> options)
    {
        foreach (var option in options)
            Options.Insert(Options.IndexOf(_json), option);
    }

    /// <summary>For a command with a <see cref="QuestionBefore"/>.</summary>
    protected void AddYes() => AddOptions(_yes);

    /// <summary>What a person must say yes to before anything is sent; null when there is nothing to ask.</summary>
    protected virtual string? QuestionBefore(ParseResult arguments) => null;

    /// <summary>Asks and prints. What the SDK throws is turned into an exit code by the caller.</summary>
    protected abstract Task<ExitCode> RunAsync(AdaptySession session, ParseResult arguments, CancellationToken cancellationToken);
}
