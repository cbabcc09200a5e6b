using System.CommandLine;
using System.Globalization;

namespace Adapty.Kiota.Cli.Commands.Values;

/// <summary>Makes the kinds of options that several commands have.</summary>
internal static class ValueOptions
{
    private const string InstantRule = "must be a date such as 2031-01-31 (midnight UTC), or a time with its offset such as 2031-01-31T18:00:00Z";

    public static ValueOption<string> Text(string name, string helpName, string description) => new(name, helpName, description, Words.Text, Words.TextRule);

    public static ValueOption<DateTimeOffset?> Instant(string name, string description) =>
        new(name, "date", description, text => Words.Instant(text), InstantRule);

    public static ValueOption<int?> Integer(string name, string helpName, string description, int least, int most) => new(
        name, helpName, description, text => Words.Integer(text, least, most),
        string.Create(CultureInfo.InvariantCulture, $"must be a whole number from {least} {(most == int.MaxValue ? "on" : $"to {most}")}"));

    /// <summary>Read with <see cref="GetYesNo"/>. As a text: an option of a bool takes no value that is none, which would become a word too many.</summary>
    public static ValueOption<string> YesNo(string name, string description) => Choice(name, description, "true", "false");

    public static bool? GetYesNo(this ParseResult arguments, ValueOption<string> option) => arguments.GetValue(option) is { } text ? text == "true" : null;

    /// <summary>One of a closed set.</summary>
    public static ValueOption<string> Choice(string name, string description, params string[] choices)
    {
        var option = new ValueOption<string>(name, string.Join('|', choices), description, text => Words.Choice(text, choices), $"must be {string.Join(" or ", choices)}");
        option.CompletionSources.Add(choices);
        return option;
    }

    /// <summary>A text of which some values are known.</summary>
    public static ValueOption<string> Open(string name, string helpName, string description, params string[] known)
    {
        var option = Text(name, helpName, description);
        option.CompletionSources.Add(known);
        return option;
    }

    public static Option<bool> Flag(string name, string description) =>
        // Of arity zero: the message about --name=word would repeat the word otherwise.
        new(name) { Description = description, Arity = ArgumentArity.Zero };

    public static T Required<T>(this T option) where T : Option
    {
        option.Required = true;
        return option;
    }
}
