namespace Adapty.Kiota.Cli;

/// <summary>Everything the tool touches outside of itself, so that a test can put something else in its place.</summary>
internal sealed class ToolHost
{
    /// <summary>Where results go, as text.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>The same place as <see cref="Output"/>, for what must arrive there byte for byte.</summary>
    public required Stream OutputBytes { get; init; }

    /// <summary>Where errors go.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Reads an environment variable; null when it is not set.</summary>
    public required Func<string, string?> Environment { get; init; }

    /// <summary>Whether a person looks at the output: a body then gets a line break after it, so that the prompt has its own line.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>Whether a person sees what is written as an error: only then are questions asked and progress shown.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Whether a person can answer a question.</summary>
    public bool InputIsTerminal { get; init; }

    /// <summary>Reads one line of the input; null at its end.</summary>
    public Func<string?> ReadLine { get; init; } = () => null;

    /// <summary>Takes the place of the network; null for the real one.</summary>
    public HttpMessageHandler? Network { get; init; }

    /// <summary>Says which access levels are active, and times retries and progress.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    public static ToolHost OfProcess() => new()
    {
        Output = Console.Out,
        OutputBytes = Console.OpenStandardOutput(),
        Error = Console.Error,
        Environment = System.Environment.GetEnvironmentVariable,
        OutputIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
        InputIsTerminal = !Console.IsInputRedirected,
        ReadLine = Console.ReadLine,
    };
}
