using System.CommandLine;
using Adapty.Kiota.Cli.Output;

namespace Adapty.Kiota.Cli.Commands.Purchases;

/// <summary><c>adapty purchase set</c>.</summary>
internal sealed class PurchaseSetCommand : ApiCommand
{
    private readonly ProfileKeyOptions _key = new();
    private readonly TransactionOptions _transaction = new();

    public PurchaseSetCommand(ToolHost host) : base(host, "set", "Records a purchase, a renewal, a refund or another change of a transaction.")
    {
        _key.AddTo(this);
        AddOptions([.. _transaction.All]);
        Validators.Add(_transaction.Check);
    }

    public override string HelpNotes => """
        It counts in Adapty's analytics and goes to all integrations. The access level follows from the
        product's configuration: look at the answer. A new --transaction-id is a renewal.

        Examples:
          adapty purchase set --customer-user-id user-42 --type one-time --store stripe --product coins.100 \
            --transaction-id pi_1 --price 1.99 --currency EUR --country DE --purchased-at 2026-01-31T12:30:00Z --demo
          adapty purchase set --customer-user-id user-42 --type subscription --store stripe --product pro.monthly \
            --transaction-id in_2 --original-transaction-id in_1 --price 9.99 --currency EUR --country DE \
            --originally-purchased-at 2025-12-31 --purchased-at 2026-01-31 --expires-at 2026-02-28 --renews --demo
        """;

    protected override async Task<ExitCode> RunAsync(AdaptySession session, ParseResult arguments, CancellationToken cancellationToken)
    {
        var key = _key.Of(arguments);
        var profile = _transaction.IsSubscription(arguments)
            ? await session.Adapty.Purchases.SetTransactionAsync(key, _transaction.Subscription(arguments), cancellationToken)
            : await session.Adapty.Purchases.SetTransactionAsync(key, _transaction.OneTimePurchase(arguments), cancellationToken);
        session.Print(output => ProfileSummary.Write(output, profile, session.Now));
        return ExitCode.Ok;
    }
}
