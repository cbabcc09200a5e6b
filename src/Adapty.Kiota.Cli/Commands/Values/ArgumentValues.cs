using System.CommandLine.Parsing;

namespace Adapty.Kiota.Cli.Commands.Values;

/// <summary>Reads the words after an option or argument. What is wrong is told by name and rule; the word itself, often an id, is not repeated.</summary>
internal static class ArgumentValues
{
    public static IReadOnlyList<T> Parse<T>(ArgumentResult result, Func<string, T> parse, string rule)
    {
        var name = result.Parent is OptionResult { Option: var option } ? option.Name : result.Argument.HelpName ?? result.Argument.Name;
        var values = new List<T>(result.Tokens.Count);
        foreach (var token in result.Tokens)
        {
            // System.CommandLine takes the next word whatever it is: a script's empty variable must not ask for the user "--json".
            if (result.Parent is OptionResult { Parent: CommandResult { Command: var command } } && command.Options.Any(other => other.Name == token.Value))
            {
                result.AddError($"{name} has no value.");
                return [];
            }

            try
            {
                values.Add(parse(token.Value));
            }
            catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException)
            {
                result.AddError($"{name} {rule}.");
                return [];
            }
        }

        return values;
    }
}
