using System.Collections;

namespace Adapty.Kiota.Cli.Commands;

/// <summary>Options, each with the property of a model that it sets. An option that is not given leaves its property as it is.</summary>
internal sealed class PropertyOptions<TModel> : IEnumerable<Option>
{
    private readonly List<(Option Option, Action<ParseResult, TModel> Set)> _options = [];

    public void Add<T>(Option<T> option, Action<TModel, T> set) =>
        _options.Add((option, (arguments, model) => set(model, arguments.GetValue(option)!)));

    /// <summary>The first of the options that is given; null when none is.</summary>
    public Option? FirstIn(CommandResult result) => _options.Find(entry => IsGiven(result.GetResult(entry.Option))).Option;

    /// <summary>Sets the properties of the model in the order of the options, and returns it.</summary>
    public T ApplyTo<T>(T model, ParseResult arguments) where T : TModel
    {
        foreach (var (_, set) in _options.Where(entry => IsGiven(arguments.GetResult(entry.Option))))
            set(arguments, model);
        return model;
    }

    public IEnumerator<Option> GetEnumerator() => _options.Select(entry => entry.Option).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // A flag that is not given has an implicit result.
    private static bool IsGiven(OptionResult? result) => result is { Implicit: false };
}

/// <summary>Makes options and arguments whose values keep a rule ("must be …"), and reads them.</summary>
internal static class ValueOption
{
    public const string NotEmptyRule = "must not be empty";

    /// <summary>An option that is given once.</summary>
    public static Option<T?> Once<T>(string name, string helpName, string description, Func<string, T> parse, string rule) => new(name)
    {
        HelpName = helpName,
        Description = description,
        Arity = ArgumentArity.ExactlyOne,
        CustomParser = result => Parse(result, parse, rule) is [var value] ? value : default,
    };

    /// <summary>An option that may be given several times, each time with one value.</summary>
    public static Option<IReadOnlyList<T>> Many<T>(string name, string helpName, string description, Func<string, T> parse, string rule) =>
        new(name)
        {
            HelpName = helpName,
            Description = description,
            Arity = ArgumentArity.OneOrMore,
            CustomParser = result => Parse(result, parse, rule),
        };

    /// <summary>The one argument of a command, which says what the command is about.</summary>
    public static Argument<string> Id(string name, string description) => new(name)
    {
        HelpName = name,
        Description = description,
        Arity = ArgumentArity.ExactlyOne,
        CustomParser = result => Parse(result, Parsers.NotEmpty, NotEmptyRule) is [var id] ? id : null,
    };

    public static Option<string?> String(string name, string helpName, string description) =>
        Once(name, helpName, description, Parsers.NotEmpty, NotEmptyRule);

    public static Option<DateTimeOffset?> Instant(string name, string description) => Once<DateTimeOffset?>(
        name, "date", description, text => Parsers.Instant(text),
        "must be a date such as 2031-01-31 (midnight UTC), or a time with its offset such as 2031-01-31T18:00:00Z");

    public static Option<int?> Integer(string name, string helpName, string description, int least, int most) => Once<int?>(
        name, helpName, description, text => Parsers.Integer(text, least, most),
        $"must be a whole number from {least} {(most == int.MaxValue ? "on" : $"to {most}")}");

    public static Option<decimal?> Price(string name, string description) =>
        Once<decimal?>(name, "number", description, text => Parsers.Price(text), "must be a number such as 9.99");

    /// <summary>
    /// "true" or "false", as a string: System.CommandLine gives an option of a bool no other value, and would
    /// report one as an unexpected argument.
    /// </summary>
    public static Option<string?> Boolean(string name, string description) => Choice(name, description, "true", "false");

    /// <summary>One of a closed set.</summary>
    public static Option<string?> Choice(string name, string description, params IReadOnlyList<string> choices)
    {
        var option = Once(
            name, string.Join('|', choices), description,
            text => choices.Contains(text, StringComparer.Ordinal) ? text : throw new FormatException(),
            $"must be {string.Join(" or ", choices)}");
        option.CompletionSources.Add([.. choices]);
        return option;
    }

    /// <summary>A string of which some values are known.</summary>
    public static Option<string?> Open(string name, string helpName, string description, IReadOnlyList<string> known)
    {
        var option = String(name, helpName, description);
        option.CompletionSources.Add([.. known]);
        return option;
    }

    public static Option<bool> Flag(string name, string description) =>
        // Of arity zero: the message about --name=value would repeat the value otherwise.
        new(name) { Description = description, Arity = ArgumentArity.Zero };

    public static T Required<T>(this T option) where T : Option
    {
        option.Required = true;
        return option;
    }

    /// <summary>All values of an option in their order; none when it is not given.</summary>
    public static IReadOnlyList<T> GetValues<T>(this ParseResult arguments, Option<IReadOnlyList<T>> option) =>
        arguments.GetValue(option) ?? [];

    /// <summary>
    /// Reads the values of an option or argument. A problem names the option and its rule; the value, often an id, is not repeated.
    /// </summary>
    private static List<T> Parse<T>(ArgumentResult result, Func<string, T> parse, string rule)
    {
        var name = (result.Parent as OptionResult)?.Option.Name ?? result.Argument.Name;
        var command = (result.Parent?.Parent as CommandResult)?.Command;
        var values = new List<T>(result.Tokens.Count);
        foreach (var token in result.Tokens)
        {
            // System.CommandLine takes any argument for the value: an empty variable in a script must not ask for the user "--json".
            if (command is not null && command.Options.Any(option => option.Name == token.Value))
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
