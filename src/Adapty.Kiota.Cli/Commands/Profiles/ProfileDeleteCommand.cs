using System.CommandLine;

namespace Adapty.Kiota.Cli.Commands.Profiles;

/// <summary><c>adapty profile delete</c>.</summary>
internal sealed class ProfileDeleteCommand : ApiCommand
{
    private readonly ProfileKeyOptions _key = new();

    public ProfileDeleteCommand(ToolHost host) : base(host, "delete", "Deletes a profile and the data tied to it. Asks first.")
    {
        _key.AddTo(this);
        AddYes();
    }

    public override string HelpNotes => """
        The store's subscription goes on, and the purchase history waits for the next profile
        that buys or restores under the same store account. Adapty sends no body: --json prints nothing.

        Examples:
          adapty profile delete --customer-user-id user-42
          adapty profile delete --customer-user-id user-42 --yes --demo
        """;

    protected override string QuestionBefore(ParseResult arguments) => "Delete this profile and its data for good?";

    protected override async Task<ExitCode> RunAsync(AdaptySession session, ParseResult arguments, CancellationToken cancellationToken)
    {
        await session.Adapty.Profiles.DeleteAsync(_key.Of(arguments), cancellationToken);
        session.Print(output => output.WriteLine("The profile is deleted."));
        return ExitCode.Ok;
    }
}
