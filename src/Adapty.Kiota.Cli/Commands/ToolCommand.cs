using System.CommandLine;
using System.CommandLine.Help;

namespace Adapty.Kiota.Cli.Commands;

/// <summary><c>adapty</c> itself: a new group of commands is added here.</summary>
internal sealed class ToolCommand : RootCommand, IHelpNotes
{
    public ToolCommand(ToolHost host) : base("Asks Adapty's server-side API who a user is and what they have paid for.")
    {
        var option = Options.OfType<HelpOption>().Single();
        var help = new HelpWithNotes((HelpAction)option.Action!);
        option.Action = help;

        Subcommands.Add(new ProfileCommand(host));

        // Without a command there is nothing to do but to say which there are.
        SetAction(help.Invoke);
        foreach (var group in Subcommands)
            group.SetAction(help.Invoke);
    }

    public string HelpNotes => $"""
        Example:
          adapty profile get --customer-user-id user-42 --demo

        Environment:
          {SettingNames.ApiKey}       the secret key of your Adapty app; not needed with --demo
          {SettingNames.BaseAddress}  another address than https://api.adapty.io

        Exit codes:
          0    done
          1    there is no such profile
          2    the command line or the environment is wrong; nothing was sent
          3    Adapty refused
          4    Adapty could not be reached, or its answer could not be read
          70   the tool failed
          130  stopped by Ctrl-C
        """;
}
