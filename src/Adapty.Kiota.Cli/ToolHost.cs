using Adapty.Kiota.Cli.Terminal;

namespace Adapty.Kiota.Cli;

/// <summary>The environment variables. The API key is no option: command lines end up in histories and process lists.</summary>
internal static class SettingNames
{
    public const string ApiKey = "ADAPTY_API_KEY";
    public const string BaseAddress = "ADAPTY_BASE_ADDRESS";
}

/// <summary>Everything outside of the tool that it touches, so that a test can replace it.</summary>
internal sealed class ToolHost
{
    /// <summary>Where results go, as text.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>The stream behind <see cref="Output"/>, for what must be written byte for byte.</summary>
    public required Stream OutputBytes { get; init; }

    /// <summary>Where errors go.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Reads an environment variable; null when it is not set.</summary>
    public required Func<string, string?> Environment { get; init; }

    /// <summary>Whether nobody reads the output any more, as after <c>head</c>.</summary>
    public Func<bool> ReaderHasGone { get; init; } = () => false;

    /// <summary>Whether a person sees the output: a body then gets a line break after it, so that the prompt has its own line.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>Whether a person sees the errors: only then does the tool ask questions and show progress.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Whether a person can answer a question.</summary>
    public bool InputIsTerminal { get; init; }

    /// <summary>Reads one line of the input; null at its end.</summary>
    public Func<string?> ReadLine { get; init; } = () => null;

    /// <summary>Opens standard input, for what is no answer to a question.</summary>
    public Func<Stream> OpenInput { get; init; } = () => Stream.Null;

    /// <summary>Replaces the network; null for the real one.</summary>
    public HttpMessageHandler? Network { get; init; }

    /// <summary>Says which access levels are active, and times retries and progress.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    public static ToolHost OfProcess()
    {
        var pipe = PipeOutput.OpenOrNull();
        return new()
        {
            Output = pipe is null ? Console.Out : new StreamWriter(pipe, Console.OutputEncoding) { AutoFlush = true },
            OutputBytes = pipe ?? Console.OpenStandardOutput(),
            Error = Console.Error,
            Environment = System.Environment.GetEnvironmentVariable,
            ReaderHasGone = () => pipe is { ReaderHasGone: true },
            OutputIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            InputIsTerminal = !Console.IsInputRedirected,
            ReadLine = Console.ReadLine,
            OpenInput = Console.OpenStandardInput,
        };
    }
}
