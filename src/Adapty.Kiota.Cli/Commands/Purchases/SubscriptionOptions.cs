using System.CommandLine;
using System.CommandLine.Parsing;
using Adapty.Kiota.Cli.Commands.Values;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Cli.Commands.Purchases;

/// <summary>What only a subscription has.</summary>
internal sealed class SubscriptionOptions
{
    private readonly ValueOption<DateTimeOffset?> _expiresAt = ValueOptions.Instant("--expires-at", "Subscription: when the paid time ends.");
    private readonly Option<bool> _renews = ValueOptions.Flag("--renews", "Subscription: it renews itself.");
    private readonly Option<bool> _noRenew = ValueOptions.Flag("--no-renew", "Subscription: its renewal is switched off.");
    private readonly ValueOption<DateTimeOffset?> _originallyPurchasedAt = ValueOptions.Instant("--originally-purchased-at", "Subscription: when its first transaction was made; not needed for the first.");
    private readonly ValueOption<DateTimeOffset?> _renewStatusChangedAt = ValueOptions.Instant("--renew-status-changed-at", "Subscription: when its renewal was switched on or off.");
    private readonly ValueOption<DateTimeOffset?> _billingIssueDetectedAt = ValueOptions.Instant("--billing-issue-detected-at", "Subscription: when a payment failed.");
    private readonly ValueOption<DateTimeOffset?> _gracePeriodExpiresAt = ValueOptions.Instant("--grace-period-expires-at", "Subscription: end of the grace period after a failed payment.");

    public IEnumerable<Option> All =>
        [_expiresAt, _renews, _noRenew, _originallyPurchasedAt, _renewStatusChangedAt, _billingIssueDetectedAt, _gracePeriodExpiresAt];

    /// <param name="result">The command line.</param>
    /// <param name="chained">Whether this is a later transaction, whose date is not that of the first.</param>
    public void Require(CommandResult result, bool chained)
    {
        if (result.GetResult(_expiresAt) is null)
            result.AddError($"A subscription needs {_expiresAt.Name}. For access for life, see 'adapty access grant'.");
        else if (result.GetResult(_renews) is null == result.GetResult(_noRenew) is null)
            result.AddError($"A subscription needs one of {_renews.Name} and {_noRenew.Name}.");
        else if (chained && result.GetResult(_originallyPurchasedAt) is null)
            result.AddError($"A subscription needs {_originallyPurchasedAt.Name}, as this is not its first transaction.");
    }

    public void Refuse(CommandResult result)
    {
        if (All.FirstOrDefault(option => result.GetResult(option) is not null) is { } option)
            result.AddError($"{option.Name} is for subscriptions only.");
    }

    public void AddTo(SubscriptionTransaction subscription, ParseResult arguments)
    {
        subscription.ExpiresAt = arguments.GetValue(_expiresAt);
        subscription.RenewStatus = arguments.GetValue(_renews);
        subscription.OriginallyPurchasedAt = arguments.GetValue(_originallyPurchasedAt) ?? subscription.PurchasedAt;
        subscription.RenewStatusChangedAt = arguments.GetValue(_renewStatusChangedAt);
        subscription.BillingIssueDetectedAt = arguments.GetValue(_billingIssueDetectedAt);
        subscription.GracePeriodExpiresAt = arguments.GetValue(_gracePeriodExpiresAt);
    }
}
