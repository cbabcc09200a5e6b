using Adapty.Kiota.Cli.Commands.Profiles;
using Adapty.Kiota.Cli.Demo;

namespace Adapty.Kiota.Cli.Commands.Purchases;

/// <summary><c>adapty purchase validate-paddle</c>.</summary>
internal sealed class PurchaseValidatePaddleCommand : ApiCommand
{
    private readonly Option<string?> _customerUserId = ValueOption.String(
        "--customer-user-id", "id", "Your own id of the user, whose profile is created when it is missing.").Required();

    private readonly Option<string?> _token = ValueOption.String(
        "--token", "id", "Paddle's token: the id of a transaction (txn_…) or subscription (sub_…).").Required();

    public PurchaseValidatePaddleCommand(ToolHost host) : base(host, "validate-paddle", "Imports a user's purchases from Paddle.")
    {
        AddOptions(_customerUserId, _token);
    }

    public override string HelpNotes => $"""
        Example:
          adapty purchase validate-paddle --customer-user-id user-42 --token {DemoAdapty.PaddleToken} --demo
        """;

    protected override async Task RunAsync(AdaptySession session, ParseResult arguments, CancellationToken cancellationToken)
    {
        var profile = await session.Adapty.Purchases.ValidatePaddleAsync(
            arguments.GetRequiredValue(_customerUserId)!, arguments.GetRequiredValue(_token)!, cancellationToken);
        session.Print(output => ProfileSummary.Write(output, profile, session.Now));
    }
}
