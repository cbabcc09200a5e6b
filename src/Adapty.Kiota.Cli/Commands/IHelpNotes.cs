namespace Adapty.Kiota.Cli.Commands;

/// <summary>A command whose help ends with something more: an example at least.</summary>
internal interface IHelpNotes
{
    /// <summary>Whole lines, without a line break at the end.</summary>
    string HelpNotes { get; }
}
