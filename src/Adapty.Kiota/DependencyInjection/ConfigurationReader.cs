using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Adapty.Kiota.DependencyInjection;

/// <summary>Reads the options from a configuration section, without reflection. A value that cannot be read is named, never skipped.</summary>
internal static class ConfigurationReader
{
    public static void Read(IConfiguration section, AdaptyClientOptions options)
    {
        options.ApiKey = section[nameof(options.ApiKey)] ?? options.ApiKey;
        options.BaseAddress = Value(section, nameof(options.BaseAddress), options.BaseAddress, Address, "an absolute address");
        options.AttemptTimeout = Value(section, nameof(options.AttemptTimeout), options.AttemptTimeout, Time, "a time such as 00:00:10");
        options.Timeout = Value(section, nameof(options.Timeout), options.Timeout, Time, "a time such as 00:00:30");
        options.MaxRetries = Value(section, nameof(options.MaxRetries), options.MaxRetries, Number, "a whole number");
        options.MaxResponseBytes = Value(section, nameof(options.MaxResponseBytes), options.MaxResponseBytes, Number, "a whole number");
    }

    private static T Value<T>(IConfiguration section, string name, T unset, Func<string, (bool Read, T Value)> parse, string form)
    {
        if (section[name] is not { } text)
            return unset;

        var (read, value) = parse(text);
        var place = section is IConfigurationSection { Path: var path } ? $"{path}:{name}" : name;
        return read ? value : throw new InvalidOperationException($"The configuration value {place} must be {form}.");
    }

    private static (bool Read, Uri Value) Address(string text) => (Uri.TryCreate(text, UriKind.Absolute, out var value), value!);

    private static (bool Read, TimeSpan Value) Time(string text) => (TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var value), value);

    private static (bool Read, int Value) Number(string text) => (int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value), value);
}
