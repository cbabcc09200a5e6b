using Adapty.Kiota.Models;
using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Unit.Limits;

/// <summary>A change that changes nothing is refused.</summary>
public sealed class SettingsRuleTests
{
    [Fact]
    public async Task Refund_saver_settings_without_any()
    {
        await Refused.AsArgumentAsync((adapty, token) => adapty.RefundSaver.SetSettingsAsync(TestData.Customer, new SetRefundSaverSettingsRequest(), token), "request", "Consent or CustomPreference");
        await Refused.AsArgumentAsync((adapty, token) => adapty.RefundSaver.SetSettingsAsync(TestData.Customer, null!, token), "request", "");
    }

    [Fact]
    public async Task Identifiers_without_any()
    {
        await Refused.AsArgumentAsync((adapty, token) => adapty.Integrations.SetIdentifiersAsync(TestData.Customer, new IntegrationIdentifiers(), token), "identifiers", "at least one id");
        await Refused.AsArgumentAsync((adapty, token) => adapty.Integrations.SetIdentifiersAsync(TestData.Customer, null!, token), "identifiers", "");
    }
}
