using System.CommandLine;
using Adapty.Kiota.Cli.Commands.Values;
using Adapty.Kiota.Cli.Output;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Cli.Commands.Currency;

/// <summary><c>adapty currency history</c>.</summary>
internal sealed class CurrencyHistoryCommand : ApiCommand
{
    private const int LargestPage = 100;

    private static readonly RowFormat Rows = new(("CREATED", 23), ("CHANGES (BALANCE AFTER)", 28), ("TYPE", 21), ("TRANSACTION ID", 36), ("METADATA", 0));

    private readonly ProfileKeyOptions _key = new();
    private readonly ValueOption<string> _currency = ValueOptions.Text("--currency", "code", "Only transactions of this currency.");
    private readonly ValueOption<int?> _limit = ValueOptions.Integer("--limit", "rows", "Stop after that many transactions; all if not given.", 1, int.MaxValue);

    public CurrencyHistoryCommand(ToolHost host) : base(host, "history", "Lists a user's virtual-currency transactions while they arrive, the newest first.")
    {
        _key.AddTo(this);
        AddOptions(_currency, _limit);
    }

    public override string HelpNotes => """
        With --json, each page is printed as Adapty sent it, with a line break between two pages;
        --limit then ends with the page on which that row is.

        Examples:
          adapty currency history --customer-user-id user-42 --demo
          adapty currency history --customer-user-id user-42 --currency coins --limit 10
        """;

    protected override async Task<ExitCode> RunAsync(AdaptySession session, ParseResult arguments, CancellationToken cancellationToken)
    {
        var limit = arguments.GetValue(_limit) ?? int.MaxValue;
        // Not more than are wanted; beyond that, the fewest requests.
        var transactions = session.Adapty.VirtualCurrency
            .ListTransactionsAsync(_key.Of(arguments), arguments.GetValue(_currency), Math.Min(limit, LargestPage), cancellationToken);
        await session.PrintListAsync(transactions, Rows, Cells, "There are no transactions.", limit);
        return ExitCode.Ok;
    }

    private static string?[] Cells(VirtualCurrencyTransaction transaction) =>
    [
        Instant.Of(transaction.CreatedAt),
        string.Join(", ", (transaction.Items ?? []).Select(item => $"{item.CurrencyCode} {Number.Signed(item.Amount)} ({Number.Of(item.BalanceAfter)})")),
        transaction.TransactionType,
        transaction.TransactionId,
        string.Join(", ", (transaction.Metadata?.AdditionalData ?? new Dictionary<string, object>()).Select(entry => $"{entry.Key}={entry.Value}")),
    ];
}
