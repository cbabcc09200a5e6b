using System.CommandLine;
using System.CommandLine.Invocation;
using Adapty.Kiota.Cli.Commands;

namespace Adapty.Kiota.Cli;

/// <summary>The tool, apart from its process.</summary>
internal static class AdaptyTool
{
    // "@name" stays an id: by default it is the name of a file to read arguments from.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs one command line, from its arguments to its exit code. Throws nothing.</summary>
    public static async Task<ExitCode> RunAsync(IReadOnlyList<string> arguments, ToolHost host, CancellationToken cancellationToken = default)
    {
        try
        {
            var commandLine = new ToolCommand(host).Parse(arguments, Parsing);
            if (commandLine.Action is ParseErrorAction action)
                throw new ToolException(ExitCode.Usage, UsageProblem.Describe(commandLine, action));

            var invocation = new InvocationConfiguration { Output = host.Output, Error = host.Error, EnableDefaultExceptionHandler = false };
            return (ExitCode)await commandLine.InvokeAsync(invocation, cancellationToken);
        }
        catch (Exception exception)
        {
            var failure = Failure.Of(exception);
            failure.WriteTo(host.Error);
            return failure.ExitCode;
        }
    }
}
