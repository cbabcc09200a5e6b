using System.CommandLine.Invocation;
using Adapty.Kiota.Cli.Commands;

namespace Adapty.Kiota.Cli;

/// <summary>The tool without its process.</summary>
internal static class AdaptyTool
{
    // "@name" stays an id: by default it names a file that holds arguments.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs one command line, from its arguments to its exit code. Throws nothing.</summary>
    public static async Task<ExitCode> RunAsync(string[] arguments, ToolHost host, CancellationToken cancellationToken = default)
    {
        try
        {
            var commandLine = new ToolCommand(host).Parse(arguments, Parsing);
            if (commandLine.Action is ParseErrorAction)
                throw new ToolException(ExitCode.Usage, UsageProblem.Describe(commandLine));

            return (ExitCode)await commandLine.InvokeAsync(
                new() { Output = host.Output, Error = host.Error, EnableDefaultExceptionHandler = false }, cancellationToken);
        }
        catch (Exception exception)
        {
            var failure = Failure.Of(exception);
            failure.WriteTo(host.Error);
            return failure.ExitCode;
        }
    }
}
