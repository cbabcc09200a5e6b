using Adapty.Kiota.Cli.Output;

namespace Adapty.Kiota.Cli.Terminal;

/// <summary>Asks a person before what cannot be undone. A script must say --yes: it never waits for a person.</summary>
internal static class Confirmation
{
    /// <exception cref="ToolException">The answer was not yes, or there is nobody to ask.</exception>
    public static async Task RequireAsync(ToolHost host, string question, CancellationToken cancellationToken)
    {
        if (!host.InputIsTerminal || !host.ErrorIsTerminal)
        {
            throw new ToolException(
                ExitCode.Usage,
                $"This needs a yes, and without a terminal there is nobody to ask: {question} Add --yes to do it. Nothing was sent.");
        }

        await host.Error.WriteAsync($"{Text.Safe(question)} [y/N] ".AsMemory(), cancellationToken);
        await host.Error.FlushAsync(cancellationToken);
        var answer = await ReadAsync(host, cancellationToken);
        if (answer?.Trim().ToUpperInvariant() is not ("Y" or "YES"))
            throw new ToolException(ExitCode.Cancelled, "Nothing was sent.");
    }

    /// <summary>Null when there is no answer. The line of the question is then ended here.</summary>
    private static async Task<string?> ReadAsync(ToolHost host, CancellationToken cancellationToken)
    {
        string? answer = null;
        try
        {
            // Nothing can cancel the reading of a line from a terminal, but it can be abandoned.
            return answer = await Task.Run(host.ReadLine, CancellationToken.None).WaitAsync(cancellationToken);
        }
        finally
        {
            if (answer is null)
                await host.Error.WriteLineAsync();
        }
    }
}
