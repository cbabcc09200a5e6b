using Adapty.Kiota.Cli.Demo;
using Adapty.Kiota.Cli.Terminal;

namespace Adapty.Kiota.Cli.Commands;

/// <summary>A command that calls Adapty. All of them take --json and --demo.</summary>
internal abstract class ApiCommand : Command, IHelpNotes
{
    private readonly Option<bool> _json = ValueOption.Flag("--json", "Print the response exactly as Adapty sent it.");
    private readonly Option<bool> _demo = ValueOption.Flag(
        "--demo", $"Use an Adapty in memory that knows {DemoAdapty.CustomerUserId}: no key, no network.");

    private readonly Option<bool> _yes = ValueOption.Flag("--yes", "Do not ask first.");
    private Func<ParseResult, string?> _question = _ => null;

    protected ApiCommand(ToolHost host, string name, string description) : base(name, description)
    {
        Options.Add(_json);
        Options.Add(_demo);
        SetAction(async (arguments, cancellationToken) =>
        {
            using var session = await AdaptySession.OpenAsync(host, arguments.GetValue(_demo), arguments.GetValue(_json));
            if (_question(arguments) is { } question && !arguments.GetValue(_yes))
                await Confirmation.RequireAsync(host, question, cancellationToken);
            session.Progress.Start();
            try
            {
                await RunAsync(session, arguments, cancellationToken);
                return (int)session.ExitCode;
            }
            catch (AdaptyProfileNotFoundException) when (arguments.GetValue(_demo))
            {
                const string Known = $"--customer-user-id {DemoAdapty.CustomerUserId} or --profile-id {DemoAdapty.ProfileId}";
                throw new ToolException(ExitCode.ProfileNotFound, $"The demo knows one profile only: {Known}.");
            }
            catch (ArgumentException exception) when (ArgumentProblem.Describe(exception) is { } problem)
            {
                throw new ToolException(ExitCode.Usage, problem);
            }
        });
    }

    public abstract string HelpNotes { get; }

    /// <summary>Adds options before --json and --demo in the help.</summary>
    protected void AddOptions(params IEnumerable<Option> options)
    {
        foreach (var option in options)
            Options.Insert(Options.IndexOf(_json), option);
    }

    /// <summary>Asks for a yes before anything is sent, unless the question is null; --yes says it in advance.</summary>
    protected void AskFirst(Func<ParseResult, string?> question)
    {
        _question = question;
        AddOptions(_yes);
    }

    /// <summary>Calls Adapty and prints. Exceptions of the SDK become an exit code later.</summary>
    protected abstract Task RunAsync(AdaptySession session, ParseResult arguments, CancellationToken cancellationToken);
}
