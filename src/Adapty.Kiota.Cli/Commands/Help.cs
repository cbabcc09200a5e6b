using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Adapty.Kiota.Cli.Commands;

/// <summary>A command whose help ends with notes, at least an example.</summary>
internal interface IHelpNotes
{
    /// <summary>Whole lines, without a line break at the end.</summary>
    string HelpNotes { get; }
}

/// <summary>System.CommandLine's help, and after it the notes of the command.</summary>
internal sealed class HelpWithNotes(HelpAction help) : SynchronousCommandLineAction
{
    // Help is shown even if the rest of the line is wrong.
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var result = help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is IHelpNotes command)
            parseResult.InvocationConfiguration.Output.WriteLine(command.HelpNotes);
        return result;
    }
}
