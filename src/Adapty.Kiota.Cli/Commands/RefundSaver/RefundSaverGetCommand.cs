using System.CommandLine;
using Adapty.Kiota.Cli.Output;

namespace Adapty.Kiota.Cli.Commands.RefundSaver;

/// <summary><c>adapty refund-saver get</c>.</summary>
internal sealed class RefundSaverGetCommand : ApiCommand
{
    private readonly ProfileKeyOptions _key = new();

    public RefundSaverGetCommand(ToolHost host) : base(host, "get", "Shows how Adapty answers Apple when a user asks for a refund.")
    {
        _key.AddTo(this);
    }

    public override string HelpNotes => """
        Example:
          adapty refund-saver get --customer-user-id user-42 --demo
        """;

    protected override async Task<ExitCode> RunAsync(AdaptySession session, ParseResult arguments, CancellationToken cancellationToken)
    {
        var settings = await session.Adapty.RefundSaver.GetSettingsAsync(_key.Of(arguments), cancellationToken);
        session.Print(output => RefundSaverSummary.Write(output, settings));
        return ExitCode.Ok;
    }
}
