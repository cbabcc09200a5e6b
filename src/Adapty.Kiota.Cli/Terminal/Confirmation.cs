using Adapty.Kiota.Cli.Output;

namespace Adapty.Kiota.Cli.Terminal;

/// <summary>Asks a person before what cannot be undone. A script must say --yes: it never hangs on a question that nobody sees.</summary>
internal static class Confirmation
{
    /// <exception cref="ToolException">The answer was not yes, or there is nobody to ask.</exception>
    public static async Task RequireAsync(ToolHost host, string question, CancellationToken cancellationToken)
    {
        if (!host.InputIsTerminal || !host.ErrorIsTerminal)
            throw new ToolException(ExitCode.Usage, $"This needs a yes, and without a terminal there is nobody to ask: {question} Add --yes to do it. Nothing was sent.");

        await host.Error.WriteAsync($"{SafeText.Of(question)} [y/N] ".AsMemory(), cancellationToken);
        await host.Error.FlushAsync(cancellationToken);
        // Reading a line from a terminal cannot be cancelled, but left behind.
        var answer = await Task.Run(host.ReadLine, CancellationToken.None).WaitAsync(cancellationToken);
        if (answer is null)
            await host.Error.WriteLineAsync();
        if (answer?.Trim().ToUpperInvariant() is not ("Y" or "YES"))
            throw new ToolException(ExitCode.Cancelled, "Nothing was sent.");
    }
}
