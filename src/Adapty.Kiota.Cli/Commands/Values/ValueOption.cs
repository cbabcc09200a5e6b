using System.CommandLine;

namespace Adapty.Kiota.Cli.Commands.Values;

/// <summary>An option that is given once, with a value that keeps a rule ("must be …").</summary>
internal sealed class ValueOption<T> : Option<T?>
{
    public ValueOption(string name, string helpName, string description, Func<string, T> parse, string rule) : base(name)
    {
        HelpName = helpName;
        Description = description;
        Arity = ArgumentArity.ExactlyOne;
        CustomParser = result => ArgumentValues.Parse(result, parse, rule) is [var value] ? value : default;
    }
}
