using Adapty.Kiota.Cli.Demo;
using Adapty.Kiota.Cli.Output;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Cli.Commands.Paywalls;

/// <summary><c>adapty paywall get</c>.</summary>
internal sealed class PaywallGetCommand : ApiCommand
{
    private readonly Argument<string> _paywall = ValueOption.Id("paywall-id", "Its id, as 'adapty paywall list' shows it.");

    public PaywallGetCommand(ToolHost host) : base(host, "get", "Shows a paywall with its products and remote configs.")
    {
        Arguments.Add(_paywall);
    }

    public override string HelpNotes => $"""
        Example:
          adapty paywall get {DemoAdapty.PaywallId} --demo
        """;

    public static void Write(TextWriter output, Paywall paywall)
    {
        output.WriteField("Paywall id", paywall.PaywallId);
        output.WriteField("Title", paywall.Title);
        output.WriteField("State", paywall.IsDeleted == true ? $"{paywall.State}, deleted" : paywall.State);
        output.WriteField("Created", Text.Of(paywall.CreatedAt));
        output.WriteField("Updated", Text.Of(paywall.UpdatedAt));
        output.WriteField("Web purchase", paywall.WebPurchaseUrl, none: "none");
        output.WriteBlock("Products", paywall.Products, ["PRODUCT ID", "SET", "TITLE", "OFFER"], product =>
            [product.ProductId, product.ProductSet, product.Title, product.Offer?.Title]);
        output.WriteBlock("Remote configs", paywall.RemoteConfigs, ["LOCALE", "DATA"], config => [config.Locale, config.Data]);
    }

    protected override async Task RunAsync(AdaptySession session, ParseResult arguments, CancellationToken cancellationToken)
    {
        var paywall = await session.Adapty.Paywalls.GetAsync(arguments.GetRequiredValue(_paywall), cancellationToken);
        session.Print(output => Write(output, paywall));
    }
}
