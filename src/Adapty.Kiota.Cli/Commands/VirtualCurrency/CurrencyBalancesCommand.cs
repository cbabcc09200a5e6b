using Adapty.Kiota.Cli.Output;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Cli.Commands.VirtualCurrency;

/// <summary><c>adapty currency balances</c>.</summary>
internal sealed class CurrencyBalancesCommand(ToolHost host)
    : ProfileCommand(host, "balances", "Shows a user's balances of the app's virtual currencies.")
{
    public override string HelpNotes => """
        Example:
          adapty currency balances --customer-user-id user-42 --demo
        """;

    public static void Write(TextWriter output, List<VirtualCurrencyBalance>? balances)
    {
        if (balances is { Count: > 0 })
        {
            output.WriteTable(balances, ["CURRENCY", "NAME", "BALANCE", "HELD", "AVAILABLE"], balance =>
                [balance.Code, balance.Name, Text.Of(balance.Balance), Text.Of(balance.Held), Text.Of(balance.Available)]);
        }
        else
        {
            output.WriteLine("There are no balances.");
        }
    }

    protected override async Task RunAsync(AdaptySession session, ParseResult arguments, CancellationToken cancellationToken)
    {
        var balances = await session.Adapty.VirtualCurrency.GetBalancesAsync(KeyOf(arguments), cancellationToken);
        session.Print(output => Write(output, balances.Data));
    }
}
