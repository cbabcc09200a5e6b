using System.CommandLine;
using Adapty.Kiota.Cli.Commands.Values;
using Adapty.Kiota.Cli.Demo;
using Adapty.Kiota.Cli.Output;

namespace Adapty.Kiota.Cli.Commands.Paywalls;

/// <summary><c>adapty paywall update</c>.</summary>
internal sealed class PaywallUpdateCommand : ApiCommand
{
    private readonly WordArgument _paywall = new("paywall-id", "Its id, as 'adapty paywall list' shows it.");
    private readonly ValuesOption<KeyValuePair<string, string>> _configs = new(
        "--config", "locale=json", "A locale and its remote config: a file, or JSON that begins with { or [. Repeatable.", Words.Pair, "must be locale=file or locale=json");

    public PaywallUpdateCommand(ToolHost host) : base(host, "update", "Replaces ALL remote configs of a paywall.")
    {
        Arguments.Add(_paywall);
        AddOptions(_configs.Required());
    }

    public override string HelpNotes => $$$"""
        Locales that are not given are removed: to change one, give all. 'adapty paywall get' shows them.

        Examples:
          adapty paywall update {{{DemoAdapty.PaywallId}}} --config en=en.json --config de=de.json
          adapty paywall update {{{DemoAdapty.PaywallId}}} --config 'en={"headline":"Hello"}' --demo
        """;

    protected override async Task<ExitCode> RunAsync(AdaptySession session, ParseResult arguments, CancellationToken cancellationToken)
    {
        var configs = RemoteConfigs.Read(arguments.GetRequiredValue(_configs), _configs.Name);
        session.Note("this replaces all remote configs of the paywall; locales that are not given are removed.");
        var paywall = await session.Adapty.Paywalls.UpdateAsync(arguments.GetRequiredValue(_paywall), configs, cancellationToken);
        session.Print(output => PaywallSummary.Write(output, paywall));
        return ExitCode.Ok;
    }
}
