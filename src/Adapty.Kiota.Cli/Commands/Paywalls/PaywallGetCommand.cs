using System.CommandLine;
using Adapty.Kiota.Cli.Commands.Values;
using Adapty.Kiota.Cli.Demo;
using Adapty.Kiota.Cli.Output;

namespace Adapty.Kiota.Cli.Commands.Paywalls;

/// <summary><c>adapty paywall get</c>.</summary>
internal sealed class PaywallGetCommand : ApiCommand
{
    private readonly WordArgument _paywall = new("paywall-id", "Its id, as 'adapty paywall list' shows it.");

    public PaywallGetCommand(ToolHost host) : base(host, "get", "Shows a paywall with its products and remote configs.")
    {
        Arguments.Add(_paywall);
    }

    public override string HelpNotes => $"""
        Example:
          adapty paywall get {DemoAdapty.PaywallId} --demo
        """;

    protected override async Task<ExitCode> RunAsync(AdaptySession session, ParseResult arguments, CancellationToken cancellationToken)
    {
        var paywall = await session.Adapty.Paywalls.GetAsync(arguments.GetRequiredValue(_paywall), cancellationToken);
        session.Print(output => PaywallSummary.Write(output, paywall));
        return ExitCode.Ok;
    }
}
