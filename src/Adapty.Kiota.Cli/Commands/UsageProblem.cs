using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;

namespace Adapty.Kiota.Cli.Commands;

/// <summary>
/// Says in one line what is wrong with a command line. System.CommandLine's own report fills a screen, and repeats
/// whatever it does not know, which may be an id or the key.
/// </summary>
internal static partial class UsageProblem
{
    public static string Describe(ParseResult commandLine, ParseErrorAction action)
    {
        // What is unknown comes first: it often is the misspelt name of what is missing.
        var problem = commandLine.UnmatchedTokens is [var token, ..]
            ? DescribeUnknown(commandLine, token) + DidYouMean(commandLine, action)
            : MissingWord(commandLine) ?? commandLine.Errors[0].Message;
        return $"{problem} Try '{PathOf(commandLine.CommandResult)} --help'.";
    }

    /// <summary>System.CommandLine names the command then, and not what is missing.</summary>
    private static string? MissingWord(ParseResult commandLine) =>
        commandLine.CommandResult.Command.Arguments.FirstOrDefault(argument => commandLine.GetResult(argument) is not { Tokens.Count: > 0 }) is { } missing
            ? $"The <{missing.Name}> is missing."
            : null;

    private static string DescribeUnknown(ParseResult commandLine, string token)
    {
        if (OptionName().Match(token) is { Success: true } name)
            return $"There is no option {name.Value}.";
        return commandLine.CommandResult.Command.Subcommands.Count > 0
            ? "There is no such command."
            : "There is a word too many. Values follow an option, and need quotes when they hold blanks.";
    }

    /// <summary>The names that System.CommandLine takes for similar. It can only print them, between lines that repeat the command line.</summary>
    private static string DidYouMean(ParseResult commandLine, ParseErrorAction action)
    {
        using var printed = new StringWriter();
        action.ShowHelp = false;
        commandLine.Invoke(new InvocationConfiguration { Output = printed, Error = printed });

        var command = commandLine.CommandResult.Command;
        string[] names = [.. command.Subcommands.Select(known => known.Name), .. command.Options.Select(known => known.Name)];
        string[] similar = [.. printed.ToString().Split(['\r', '\n']).Where(line => names.Contains(line, StringComparer.Ordinal)).Distinct()];
        return similar.Length == 0 ? "" : $" Did you mean {string.Join(" or ", similar)}?";
    }

    private static string PathOf(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{PathOf(parent)} {result.Command.Name}" : "adapty";

    /// <summary>Letters and dashes only, up to the value: neither a key nor, as a rule, an id looks like that.</summary>
    [GeneratedRegex("^--[a-z]+(-[a-z]+)*(?=$|[=:])")]
    private static partial Regex OptionName();
}
