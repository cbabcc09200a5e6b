namespace Adapty.Kiota.Cli.Commands.Profiles;

/// <summary><c>adapty profile delete</c>.</summary>
internal sealed class ProfileDeleteCommand : ProfileCommand
{
    public ProfileDeleteCommand(ToolHost host) : base(host, "delete", "Deletes a profile and the data tied to it. Asks first.")
    {
        AskFirst(_ => "Delete this profile and its data for good?");
    }

    public override string HelpNotes => """
        The store's subscription goes on, and the purchase history waits for the next profile
        that buys or restores under the same store account. Adapty sends no body: --json prints nothing.

        Examples:
          adapty profile delete --customer-user-id user-42
          adapty profile delete --customer-user-id user-42 --yes --demo
        """;

    protected override async Task RunAsync(AdaptySession session, ParseResult arguments, CancellationToken cancellationToken)
    {
        await session.Adapty.Profiles.DeleteAsync(KeyOf(arguments), cancellationToken);
        session.Print(output => output.WriteLine("The profile is deleted."));
    }
}
