using Adapty.Kiota.Models;
using Adapty.Kiota.Tests.Contract;

namespace Adapty.Kiota.Tests.Unit.Limits;

/// <summary>A key that is the default value is refused by every call that takes one.</summary>
public sealed class ProfileKeyTests
{
    private static readonly DateTimeOffset Until = new(2031, 4, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, Func<AdaptyClient, CancellationToken, Task>> CallsOfNobody = new()
    {
        ["get"] = (adapty, token) => adapty.Profiles.GetAsync(default, token),
        ["find"] = (adapty, token) => adapty.Profiles.FindAsync(default, token),
        ["create"] = (adapty, token) => adapty.Profiles.CreateAsync(default, cancellationToken: token),
        ["update"] = (adapty, token) => adapty.Profiles.UpdateAsync(default, new UpdateProfileRequest { FirstName = "x" }, token),
        ["delete"] = (adapty, token) => adapty.Profiles.DeleteAsync(default, token),
        ["grant"] = (adapty, token) => adapty.AccessLevels.GrantAsync(default, "premium", Until, token),
        ["scheduled grant"] = (adapty, token) => adapty.AccessLevels.GrantAsync(default, "premium", Until, Until.AddDays(-1), token),
        ["lifetime grant"] = (adapty, token) => adapty.AccessLevels.GrantLifetimeAsync(default, "premium", token),
        ["scheduled lifetime grant"] = (adapty, token) => adapty.AccessLevels.GrantLifetimeAsync(default, "premium", Until, token),
        ["revoke"] = (adapty, token) => adapty.AccessLevels.RevokeAsync(default, "premium", token),
        ["later revoke"] = (adapty, token) => adapty.AccessLevels.RevokeAsync(default, "premium", Until, token),
        ["subscription"] = (adapty, token) => adapty.Purchases.SetTransactionAsync(default, FacadeCalls.MinimalSubscription(), token),
        ["one-time purchase"] = (adapty, token) => adapty.Purchases.SetTransactionAsync(default, FacadeCalls.MinimalPurchase(), token),
        ["get settings"] = (adapty, token) => adapty.RefundSaver.GetSettingsAsync(default, token),
        ["set settings"] = (adapty, token) => adapty.RefundSaver.SetSettingsAsync(default, new SetRefundSaverSettingsRequest { Consent = true }, token),
        ["get identifiers"] = (adapty, token) => adapty.Integrations.GetIdentifiersAsync(default, token),
        ["set identifiers"] = (adapty, token) => adapty.Integrations.SetIdentifiersAsync(default, new IntegrationIdentifiers { BranchId = "x" }, token),
        ["create transaction"] = (adapty, token) => adapty.VirtualCurrency.CreateTransactionAsync(default, FacadeCalls.Exchange(), token),
        ["list transactions"] = (adapty, token) => adapty.VirtualCurrency.ListTransactionsAsync(default, token).ToListAsync(token).AsTask(),
        ["balances"] = (adapty, token) => adapty.VirtualCurrency.GetBalancesAsync(default, token),
    };

    public static TheoryData<string> Names => [.. CallsOfNobody.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_default_key_names_nobody(string name) => await Refused.AsArgumentAsync(CallsOfNobody[name], "key", "is the default value");
}
