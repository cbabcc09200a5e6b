using System.Text.Json;
using Adapty.Kiota.Cli.Output;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Cli.Commands.Paywalls;

/// <summary>Remote configs from the command line and from files. What Adapty stores is a text: it must be JSON, and is sent to the letter.</summary>
internal static class RemoteConfigs
{
    /// <exception cref="ToolException">A file cannot be read, is no JSON, or a locale is given twice.</exception>
    public static List<RemoteConfig> Read(IReadOnlyList<KeyValuePair<string, string>> words, string option)
    {
        if (words.CountBy(word => word.Key).Any(locale => locale.Value > 1))
            throw new ToolException(ExitCode.Usage, $"{option} names a locale twice.");
        return [.. words.Select(word => new RemoteConfig { Locale = word.Key, Data = Data(word.Value, SafeText.Of($"{option} {word.Key}")) })];
    }

    private static string Data(string word, string place)
    {
        var data = word.TrimStart() is ['{' or '[', ..] ? word : ReadFile(word, place);
        try
        {
            JsonDocument.Parse(data).Dispose();
            return data;
        }
        catch (JsonException exception)
        {
            throw new ToolException(ExitCode.Usage, $"{place} is not JSON (line {exception.LineNumber + 1}).");
        }
    }

    private static string ReadFile(string path, string place)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new ToolException(ExitCode.Usage, $"{place} names a file that cannot be read. JSON itself begins with {{ or [.");
        }
    }
}
