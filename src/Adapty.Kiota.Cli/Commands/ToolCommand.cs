using System.CommandLine.Help;
using Adapty.Kiota.Cli.Commands.AccessLevels;
using Adapty.Kiota.Cli.Commands.Integrations;
using Adapty.Kiota.Cli.Commands.Paywalls;
using Adapty.Kiota.Cli.Commands.Profiles;
using Adapty.Kiota.Cli.Commands.Purchases;
using Adapty.Kiota.Cli.Commands.RefundSaver;
using Adapty.Kiota.Cli.Commands.VirtualCurrency;
using Adapty.Kiota.Cli.Commands.Webhooks;

namespace Adapty.Kiota.Cli.Commands;

/// <summary><c>adapty</c> itself. A new command gets a line in its group.</summary>
internal sealed class ToolCommand : RootCommand, IHelpNotes
{
    public ToolCommand(ToolHost host) : base("Adapty's server-side API: who a user is, what they have paid for, and what they may use.")
    {
        var option = Options.OfType<HelpOption>().Single();
        var help = new HelpWithNotes((HelpAction)option.Action!);
        option.Action = help;

        Add(new GroupCommand("profile", "Users and what they may use.", "profile get --customer-user-id user-42")
        {
            new ProfileGetCommand(host),
            new ProfileCreateCommand(host),
            new ProfileUpdateCommand(host),
            new ProfileDeleteCommand(host),
            new ProfileExportCommand(host),
        });
        Add(new GroupCommand("access", "Access levels: check, give, take.", "access check premium --customer-user-id user-42")
        {
            new AccessCheckCommand(host),
            new AccessGrantCommand(host),
            new AccessRevokeCommand(host),
        });
        Add(new GroupCommand(
            "purchase",
            "Purchases that Adapty does not see by itself.",
            "purchase validate-stripe --customer-user-id user-42 --token sub_demo")
        {
            new PurchaseSetCommand(host),
            new PurchaseValidateStripeCommand(host),
            new PurchaseValidatePaddleCommand(host),
        });
        Add(new GroupCommand("paywall", "The app's paywalls and their remote configs.", "paywall list")
        {
            new PaywallListCommand(host),
            new PaywallGetCommand(host),
            new PaywallUpdateCommand(host),
        });
        Add(new GroupCommand("currency", "Virtual currencies of a user.", "currency balances --customer-user-id user-42")
        {
            new CurrencyBalancesCommand(host),
            new CurrencyHistoryCommand(host),
            new CurrencyAddCommand(host),
        });
        Add(new GroupCommand("identifiers", "Under which ids other services know a user.", "identifiers get --customer-user-id user-42")
        {
            new IdentifiersGetCommand(host),
            new IdentifiersSetCommand(host),
        });
        Add(new GroupCommand(
            "refund-saver", "How Adapty answers Apple when a user asks for a refund.", "refund-saver get --customer-user-id user-42")
        {
            new RefundSaverGetCommand(host),
            new RefundSaverSetCommand(host),
        });
        Add(new GroupCommand("webhook", "Events for your own app, as Adapty sends them.", "webhook list", demo: false)
        {
            new WebhookListCommand(host),
            new WebhookTriggerCommand(host),
            new WebhookVerifyCommand(host),
        });

        // Without a command, the help shows which there are.
        SetAction(help.Invoke);
        foreach (var group in Subcommands)
            group.SetAction(help.Invoke);
    }

    public string HelpNotes => $"""
        Examples:
          adapty profile get --customer-user-id user-42 --demo
          adapty access check premium --customer-user-id user-42 --demo

        Environment:
          {SettingNames.ApiKey}       the secret key of your Adapty app; not needed with --demo
          {SettingNames.BaseAddress}  another address than https://api.adapty.io

        Exit codes:
          0    done
          1    there is no such profile, or "access check" found no access
          2    the command line or the environment is wrong; nothing was sent
          3    Adapty refused, or your app refused a webhook request
          4    Adapty or your app could not be reached, or its response could not be read
          70   the tool failed
          130  stopped by Ctrl-C, or not confirmed
        """;
}

/// <summary>The commands of an area, such as <c>adapty profile</c>. Alone it shows its help.</summary>
internal sealed class GroupCommand(string name, string description, string example, bool demo = true)
    : Command(name, description), IHelpNotes
{
    public string HelpNotes => $"""
        Example:
          adapty {example}{(demo ? " --demo" : "")}
        """;
}
