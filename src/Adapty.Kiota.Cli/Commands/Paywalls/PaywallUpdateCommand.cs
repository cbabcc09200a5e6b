using System.Text.Json;
using Adapty.Kiota.Cli.Demo;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Cli.Commands.Paywalls;

/// <summary><c>adapty paywall update</c>. Adapty stores a string: it must be JSON, and is sent as it is.</summary>
internal sealed class PaywallUpdateCommand : ApiCommand
{
    private readonly Argument<string> _paywall = ValueOption.Id("paywall-id", "Its id, as 'adapty paywall list' shows it.");

    private readonly Option<IReadOnlyList<KeyValuePair<string, string>>> _configs = ValueOption.Many(
        "--config",
        "locale=json",
        "A locale and its remote config: a file, or JSON that begins with { or [. Repeatable.",
        Parsers.Pair,
        "must be locale=file or locale=json");

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

    protected override async Task RunAsync(AdaptySession session, ParseResult arguments, CancellationToken cancellationToken)
    {
        var values = arguments.GetValues(_configs);
        if (values.CountBy(value => value.Key).Any(locale => locale.Value > 1))
            throw new ToolException(ExitCode.Usage, $"{_configs.Name} names a locale twice.");
        List<RemoteConfig> configs = [.. values.Select(ReadConfig)];

        session.Note("this replaces all remote configs of the paywall; locales that are not given are removed.");
        var paywall = await session.Adapty.Paywalls.UpdateAsync(arguments.GetRequiredValue(_paywall), configs, cancellationToken);
        session.Print(output => PaywallGetCommand.Write(output, paywall));
    }

    /// <exception cref="ToolException">The file cannot be read, or holds no JSON.</exception>
    private RemoteConfig ReadConfig(KeyValuePair<string, string> config)
    {
        var (locale, value) = config;
        try
        {
            var data = value.TrimStart() is ['{' or '[', ..] ? value : File.ReadAllText(value);
            JsonDocument.Parse(data).Dispose();
            return new RemoteConfig { Locale = locale, Data = data };
        }
        catch (JsonException exception)
        {
            throw new ToolException(ExitCode.Usage, $"{_configs.Name} {locale} is not JSON (line {exception.LineNumber + 1}).");
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new ToolException(
                ExitCode.Usage, $"{_configs.Name} {locale} names a file that cannot be read. JSON itself begins with {{ or [.");
        }
    }
}
