namespace Adapty.Kiota.Cli.Commands.Profiles;

/// <summary><c>adapty profile get</c>.</summary>
internal sealed class ProfileGetCommand(ToolHost host)
    : ProfileCommand(host, "get", "Shows a profile: ids, revenue, access levels, subscriptions, purchases.")
{
    public override string HelpNotes => """
        Examples:
          adapty profile get --customer-user-id user-42
          adapty profile get --profile-id d8533a10-bcce-4e33-8c9d-88b05ac56559 --json
          adapty profile get --customer-user-id user-42 --demo
        """;

    protected override async Task RunAsync(AdaptySession session, ParseResult arguments, CancellationToken cancellationToken)
    {
        var profile = await session.Adapty.Profiles.GetAsync(KeyOf(arguments), cancellationToken);
        session.Print(output => ProfileSummary.Write(output, profile, session.Now));
    }
}
