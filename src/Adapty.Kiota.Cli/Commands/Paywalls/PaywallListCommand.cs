using Adapty.Kiota.Cli.Output;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Cli.Commands.Paywalls;

/// <summary><c>adapty paywall list</c>.</summary>
internal sealed class PaywallListCommand(ToolHost host) : ApiCommand(host, "list", "Lists the app's paywalls while they arrive.")
{
    private static readonly RowFormat Rows = new(("PAYWALL ID", 36), ("STATE", 8), ("UPDATED", 23), ("PRODUCTS", 8), ("TITLE", 0));

    public override string HelpNotes => """
        With --json, each page is printed as Adapty sent it, with a line break between two pages.

        Examples:
          adapty paywall list --demo
          adapty paywall list --json | jq -r '.data[].title'
        """;

    protected override async Task RunAsync(AdaptySession session, ParseResult arguments, CancellationToken cancellationToken)
    {
        await session.PrintListAsync(session.Adapty.Paywalls.ListAsync(cancellationToken), Rows, Cells, "There are no paywalls.");
    }

    private static string?[] Cells(Paywall paywall) =>
    [
        paywall.PaywallId,
        paywall.IsDeleted == true ? "deleted" : paywall.State,
        Text.Of(paywall.UpdatedAt),
        Text.Of(paywall.Products?.Count ?? 0),
        paywall.Title,
    ];
}
