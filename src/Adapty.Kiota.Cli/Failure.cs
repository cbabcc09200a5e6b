using Adapty.Kiota.Cli.Output;

namespace Adapty.Kiota.Cli;

/// <summary>A problem that the tool itself finds. The message is shown as it is: it must not hold the API key or an id.</summary>
internal sealed class ToolException(ExitCode exitCode, string message) : Exception(message)
{
    public ExitCode ExitCode => exitCode;
}

/// <summary>How a failed run ends: one line for people, and a number for scripts.</summary>
/// <param name="ExitCode">The number.</param>
/// <param name="Message">The line; null when there is nothing to say.</param>
internal readonly record struct Failure(ExitCode ExitCode, string? Message)
{
    public static Failure Of(Exception exception) => exception switch
    {
        OperationCanceledException => new(ExitCode.Cancelled, null),
        ToolException own => new(own.ExitCode, own.Message),
        AdaptyProfileNotFoundException notFound => new(
            ExitCode.ProfileNotFound,
            Describe(notFound, "A customer user id is known once the app has identified the user; before that, use the profile id.")),
        AdaptyAuthenticationException refused => new(
            ExitCode.Refused, Describe(refused, $"{SettingNames.ApiKey} must hold the app's secret key, which still exists.")),
        AdaptyApiException refused => new(ExitCode.Refused, Describe(refused)),
        AdaptyConnectionException unreachable => new(
            ExitCode.NoResponse, Describe(unreachable, $"Check the network, and {SettingNames.BaseAddress} if you have set it.")),
        AdaptyException unreadable => new(ExitCode.NoResponse, Describe(unreadable)),
        // A full disk, a closed output.
        (IOException and not (FileNotFoundException or FileLoadException)) or UnauthorizedAccessException => new(
            ExitCode.Unexpected, "The output could not be written."),
        // Without the message and the stack trace: they may hold anything.
        _ => new(
            ExitCode.Unexpected,
            $"Unexpected {exception.GetType().Name}. This is a bug in the tool; please report it with the command, without the ids."),
    };

    /// <summary>Writes the line, if there is one. Without colours, which a redirected output would keep as control characters.</summary>
    public void WriteTo(TextWriter error)
    {
        if (Message is not null)
            error.WriteLine(Text.Safe($"adapty: {Message}"));
    }

    /// <summary>The SDK's messages hold neither the API key nor ids.</summary>
    private static string Describe(AdaptyException exception, string? advice = null) =>
        Sentence(exception.Message)
        + (exception.RequestId is { } id ? $" Request id {id}." : "")
        + (advice is null ? "" : $" {advice}");

    /// <summary>Adds the full stop that Adapty's own messages often lack, as more may follow.</summary>
    private static string Sentence(string message) => message is [.., '.' or '!' or '?'] ? message : $"{message}.";
}
