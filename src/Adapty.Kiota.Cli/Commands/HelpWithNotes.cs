using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Adapty.Kiota.Cli.Commands;

/// <summary>System.CommandLine's help, and the notes of the command after it.</summary>
internal sealed class HelpWithNotes(HelpAction help) : SynchronousCommandLineAction
{
    // Help is wanted however wrong the rest of the line is.
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var result = help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is IHelpNotes command)
            parseResult.InvocationConfiguration.Output.WriteLine(command.HelpNotes);
        return result;
    }
}
