using Adapty.Kiota.Cli.Demo;

namespace Adapty.Kiota.Cli.Commands.Purchases;

/// <summary><c>adapty purchase validate-stripe</c>.</summary>
internal sealed class PurchaseValidateStripeCommand : ApiCommand
{
    private readonly Option<string?> _customerUserId = ValueOption.String(
        "--customer-user-id", "id", "Your own id of the user, whose profile is created when it is missing.").Required();

    private readonly Option<string?> _token = ValueOption.String(
        "--token", "id", "Stripe's token: the id of a subscription (sub_…) or payment intent (pi_…).").Required();

    public PurchaseValidateStripeCommand(ToolHost host) : base(host, "validate-stripe", "Imports a user's purchases from Stripe.")
    {
        AddOptions(_customerUserId, _token);
    }

    public override string HelpNotes => $"""
        Example:
          adapty purchase validate-stripe --customer-user-id user-42 --token {DemoAdapty.StripeToken} --demo
        """;

    protected override async Task RunAsync(AdaptySession session, ParseResult arguments, CancellationToken cancellationToken)
    {
        // The response holds no profile.
        await session.Adapty.Purchases.ValidateStripeAsync(
            arguments.GetRequiredValue(_customerUserId)!, arguments.GetRequiredValue(_token)!, cancellationToken);
        session.Print(output => output.WriteLine("The purchases are imported. 'adapty profile get' shows them."));
    }
}
