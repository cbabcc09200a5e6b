using Adapty.Kiota.Cli.Output;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Cli.Commands.VirtualCurrency;

/// <summary><c>adapty currency history</c>.</summary>
internal sealed class CurrencyHistoryCommand : ProfileCommand
{
    private const int LargestPage = 100;

    private static readonly RowFormat Rows = new(
        ("CREATED", 23), ("CHANGES (BALANCE AFTER)", 28), ("TYPE", 21), ("TRANSACTION ID", 36), ("METADATA", 0));

    private readonly Option<string?> _currency = ValueOption.String("--currency", "code", "Only transactions of this currency.");
    private readonly Option<int?> _limit = ValueOption.Integer(
        "--limit", "rows", "Stop after that many transactions; all if not given.", 1, int.MaxValue);

    public CurrencyHistoryCommand(ToolHost host)
        : base(host, "history", "Lists a user's virtual-currency transactions while they arrive, the newest first.")
    {
        AddOptions(_currency, _limit);
    }

    public override string HelpNotes => """
        With --json, each page is printed as Adapty sent it, with a line break between two pages;
        --limit then ends with the page on which that row is.

        Examples:
          adapty currency history --customer-user-id user-42 --demo
          adapty currency history --customer-user-id user-42 --currency coins --limit 10
        """;

    protected override async Task RunAsync(AdaptySession session, ParseResult arguments, CancellationToken cancellationToken)
    {
        var limit = arguments.GetValue(_limit) ?? int.MaxValue;
        // Pages no larger than the limit; apart from that as few requests as possible.
        var transactions = session.Adapty.VirtualCurrency
            .ListTransactionsAsync(KeyOf(arguments), arguments.GetValue(_currency), Math.Min(limit, LargestPage), cancellationToken);
        await session.PrintListAsync(transactions, Rows, Cells, "There are no transactions.", limit);
    }

    private static string?[] Cells(VirtualCurrencyTransaction transaction) =>
    [
        Text.Of(transaction.CreatedAt),
        Join(transaction.Items, item => $"{item.CurrencyCode} {Text.Signed(item.Amount)} ({Text.Of(item.BalanceAfter)})"),
        transaction.TransactionType,
        transaction.TransactionId,
        Join(transaction.Metadata?.AdditionalData, entry => $"{entry.Key}={entry.Value}"),
    ];

    private static string Join<T>(IEnumerable<T>? items, Func<T, string> text) => string.Join(", ", (items ?? []).Select(text));
}
