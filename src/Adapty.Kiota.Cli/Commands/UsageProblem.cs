using System.Text.RegularExpressions;

namespace Adapty.Kiota.Cli.Commands;

/// <summary>
/// Says in one line what is wrong with a command line. System.CommandLine's own report fills a screen, and repeats what it
/// does not know, which may be an id or the API key.
/// </summary>
internal static partial class UsageProblem
{
    // As System.CommandLine, whose own search for similar names can only print them.
    private const int LargestDistance = 3;

    public static string Describe(ParseResult commandLine)
    {
        // What is unknown comes first: it often is the misspelt name of what is missing.
        var problem = commandLine.UnmatchedTokens is [var token, ..]
            ? DescribeUnknown(commandLine.CommandResult.Command, token)
            : MissingArgument(commandLine) ?? commandLine.Errors[0].Message;
        return $"{problem} Try '{PathOf(commandLine.CommandResult)} --help'.";
    }

    /// <summary>System.CommandLine names the command then, and not what is missing.</summary>
    private static string? MissingArgument(ParseResult commandLine)
    {
        var missing = commandLine.CommandResult.Command.Arguments
            .FirstOrDefault(argument => commandLine.GetResult(argument) is not { Tokens.Count: > 0 });
        return missing is null ? null : $"The <{missing.Name}> is missing.";
    }

    private static string DescribeUnknown(Command command, string token)
    {
        if (OptionName().Match(token) is { Success: true } name)
            return $"There is no option {name.Value}.{DidYouMean(name.Value, command.Options.Select(option => option.Name))}";
        return command.Subcommands.Count > 0
            ? $"There is no such command.{DidYouMean(token, command.Subcommands.Select(subcommand => subcommand.Name))}"
            : "Unexpected argument. A value follows its option, and needs quotes if it contains spaces.";
    }

    private static string DidYouMean(string unknown, IEnumerable<string> names)
    {
        var nearest = names.GroupBy(name => Distance(unknown, name)).MinBy(group => group.Key);
        return nearest?.Key <= LargestDistance ? $" Did you mean {string.Join(" or ", nearest)}?" : "";
    }

    /// <summary>The Levenshtein distance: how many characters must be added, removed or replaced.</summary>
    private static int Distance(string from, string to)
    {
        int[] row = [.. Enumerable.Range(0, to.Length + 1)];
        for (var i = 0; i < from.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 0; j < to.Length; j++)
            {
                var replaced = diagonal + (from[i] == to[j] ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(replaced, Math.Min(row[j], diagonal) + 1);
            }
        }

        return row[^1];
    }

    private static string PathOf(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{PathOf(parent)} {result.Command.Name}" : "adapty";

    /// <summary>Letters and dashes only, up to the value: an API key does not look like that, and an id hardly ever.</summary>
    [GeneratedRegex("^--[a-z]+(-[a-z]+)*(?=$|[=:])")]
    private static partial Regex OptionName();
}
