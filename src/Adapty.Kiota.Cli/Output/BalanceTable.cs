using Adapty.Kiota.Models;

namespace Adapty.Kiota.Cli.Output;

/// <summary>Balances of virtual currencies for people.</summary>
internal static class BalanceTable
{
    public static void Write(TextWriter output, List<VirtualCurrencyBalance> balances)
    {
        if (balances.Count == 0)
        {
            output.WriteLine("There are no balances.");
            return;
        }

        var table = new TextTable("CURRENCY", "NAME", "BALANCE", "HELD", "AVAILABLE");
        foreach (var balance in balances)
            table.Add(balance.Code, balance.Name, Number.Of(balance.Balance), Number.Of(balance.Held), Number.Of(balance.Available));
        table.Write(output);
    }
}
