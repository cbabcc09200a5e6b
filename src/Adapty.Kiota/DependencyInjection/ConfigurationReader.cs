using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Adapty.Kiota.DependencyInjection;

/// <summary>
/// Reads the options from a configuration section, without reflection. A value that cannot be read and a name that nobody knows
/// are named with their path, never skipped.
/// </summary>
internal static class ConfigurationReader
{
    /// <summary>Sections that belong to the SDK's other packages, and may stand in this one.</summary>
    private static readonly string[] OtherPackages = ["Webhooks", "ProfileCache"];

    /// <summary>What a section can hold. A test holds the list to the options.</summary>
    private static readonly Dictionary<string, Action<AdaptyClientOptions, string>> Settings = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(AdaptyClientOptions.ApiKey)] = (options, text) => options.ApiKey = text,
        [nameof(AdaptyClientOptions.BaseAddress)] = (options, text) => options.BaseAddress = Address(text),
        [nameof(AdaptyClientOptions.AttemptTimeout)] = (options, text) => options.AttemptTimeout = Time(text),
        [nameof(AdaptyClientOptions.Timeout)] = (options, text) => options.Timeout = Time(text),
        [nameof(AdaptyClientOptions.MaxRetries)] = (options, text) => options.MaxRetries = Number(text),
        [nameof(AdaptyClientOptions.MaxResponseBytes)] = (options, text) => options.MaxResponseBytes = Number(text),
        [nameof(AdaptyClientOptions.RetrySetTransaction)] = (options, text) => options.RetrySetTransaction = YesOrNo(text),
    };

    /// <exception cref="InvalidOperationException">The section holds a name or a value that cannot be read.</exception>
    public static void Read(IConfiguration section, AdaptyClientOptions options) => Read(section, options, Settings, OtherPackages);

    /// <summary>Reads the options of a package, except for what <paramref name="readElsewhere"/> names.</summary>
    public static void Read<T>(IConfiguration section, T options, Dictionary<string, Action<T, string>> settings, string[] readElsewhere)
    {
        foreach (var entry in section.GetChildren())
        {
            if (!settings.TryGetValue(entry.Key, out var set))
            {
                if (!readElsewhere.Contains(entry.Key, StringComparer.OrdinalIgnoreCase))
                    throw new InvalidOperationException($"The configuration value {entry.Path} is unknown. Known are {string.Join(", ", settings.Keys)}.");
                continue;
            }

            if (entry.GetChildren().Any())
                throw new InvalidOperationException($"The configuration value {entry.Path} must be one value, and is a section.");
            if (entry.Value is not { } text)
                continue;

            try
            {
                set(options, text);
            }
            catch (FormatException exception)
            {
                // The value is not repeated: a base address may hold a password.
                throw new InvalidOperationException($"The configuration value {entry.Path} must be {exception.Message}.");
            }
        }
    }

    private static Uri Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var value) ? value : throw new FormatException("an absolute address");

    public static TimeSpan Time(string text) =>
        TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var value) ? value : throw new FormatException("a time such as 00:00:30");

    public static int Number(string text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : throw new FormatException("a whole number");

    public static bool YesOrNo(string text) =>
        bool.TryParse(text, out var value) ? value : throw new FormatException("true or false");
}
