using System.CommandLine;

namespace Adapty.Kiota.Cli.Commands;

/// <summary>A group of commands, such as <c>adapty profile</c>. Alone it shows its help.</summary>
internal sealed class GroupCommand : Command, IHelpNotes
{
    private readonly string _example;

    public GroupCommand(string name, string description, string example, params ReadOnlySpan<Command> commands) : base(name, description)
    {
        _example = example;
        foreach (var command in commands)
            Subcommands.Add(command);
    }

    public string HelpNotes => $"""
        Example:
          {_example}
        """;
}
