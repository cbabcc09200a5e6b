using System.CommandLine;
using Adapty.Kiota.Cli.Output;

namespace Adapty.Kiota.Cli.Commands.Currency;

/// <summary><c>adapty currency balances</c>.</summary>
internal sealed class CurrencyBalancesCommand : ApiCommand
{
    private readonly ProfileKeyOptions _key = new();

    public CurrencyBalancesCommand(ToolHost host) : base(host, "balances", "Shows a user's balances of the app's virtual currencies.")
    {
        _key.AddTo(this);
    }

    public override string HelpNotes => """
        Example:
          adapty currency balances --customer-user-id user-42 --demo
        """;

    protected override async Task<ExitCode> RunAsync(AdaptySession session, ParseResult arguments, CancellationToken cancellationToken)
    {
        var balances = await session.Adapty.VirtualCurrency.GetBalancesAsync(_key.Of(arguments), cancellationToken);
        session.Print(output => BalanceTable.Write(output, balances.Data ?? []));
        return ExitCode.Ok;
    }
}
