using System.CommandLine;
using System.CommandLine.Help;
using Adapty.Kiota.Cli.Commands.Access;
using Adapty.Kiota.Cli.Commands.Currency;
using Adapty.Kiota.Cli.Commands.Identifiers;
using Adapty.Kiota.Cli.Commands.Paywalls;
using Adapty.Kiota.Cli.Commands.Profiles;
using Adapty.Kiota.Cli.Commands.Purchases;
using Adapty.Kiota.Cli.Commands.RefundSaver;

namespace Adapty.Kiota.Cli.Commands;

/// <summary><c>adapty</c> itself: a new group of commands is added here.</summary>
internal sealed class ToolCommand : RootCommand, IHelpNotes
{
    public ToolCommand(ToolHost host) : base("Adapty's server-side API: who a user is, what they have paid for, and what they may use.")
    {
        var option = Options.OfType<HelpOption>().Single();
        var help = new HelpWithNotes((HelpAction)option.Action!);
        option.Action = help;

        Subcommands.Add(new GroupCommand(
            "profile", "Users and what they may use.", "adapty profile get --customer-user-id user-42 --demo",
            new ProfileGetCommand(host), new ProfileCreateCommand(host), new ProfileUpdateCommand(host), new ProfileDeleteCommand(host)));
        Subcommands.Add(new GroupCommand(
            "access", "Access levels: check, give, take.", "adapty access check premium --customer-user-id user-42 --demo",
            new AccessCheckCommand(host), new AccessGrantCommand(host), new AccessRevokeCommand(host)));
        Subcommands.Add(new GroupCommand(
            "purchase", "Purchases that Adapty does not see by itself.", "adapty purchase validate-stripe --customer-user-id user-42 --token sub_demo --demo",
            new PurchaseSetCommand(host), new PurchaseValidateStripeCommand(host), new PurchaseValidatePaddleCommand(host)));
        Subcommands.Add(new GroupCommand(
            "paywall", "The app's paywalls and their remote configs.", "adapty paywall list --demo",
            new PaywallListCommand(host), new PaywallGetCommand(host), new PaywallUpdateCommand(host)));
        Subcommands.Add(new GroupCommand(
            "currency", "Virtual currencies of a user.", "adapty currency balances --customer-user-id user-42 --demo",
            new CurrencyBalancesCommand(host), new CurrencyHistoryCommand(host), new CurrencyAddCommand(host)));
        Subcommands.Add(new GroupCommand(
            "identifiers", "Under which ids other services know a user.", "adapty identifiers get --customer-user-id user-42 --demo",
            new IdentifiersGetCommand(host), new IdentifiersSetCommand(host)));
        Subcommands.Add(new GroupCommand(
            "refund-saver", "How Adapty answers Apple when a user asks for a refund.", "adapty refund-saver get --customer-user-id user-42 --demo",
            new RefundSaverGetCommand(host), new RefundSaverSetCommand(host)));

        // Without a command there is nothing to do but to say which there are.
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
          3    Adapty refused
          4    Adapty could not be reached, or its answer could not be read
          70   the tool failed
          130  stopped by Ctrl-C, or not confirmed
        """;
}
