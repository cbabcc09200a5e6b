using System.CommandLine;

namespace Adapty.Kiota.Cli.Commands;

/// <summary><c>adapty profile</c>.</summary>
internal sealed class ProfileCommand : Command, IHelpNotes
{
    public ProfileCommand(ToolHost host) : base("profile", "Users and what they may use.")
    {
        Subcommands.Add(new ProfileGetCommand(host));
    }

    public string HelpNotes => """
        Example:
          adapty profile get --customer-user-id user-42 --demo
        """;
}
