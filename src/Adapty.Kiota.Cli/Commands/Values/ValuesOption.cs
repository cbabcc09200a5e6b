using System.CommandLine;

namespace Adapty.Kiota.Cli.Commands.Values;

/// <summary>An option that may be given several times, each time with one value that keeps a rule ("must be …").</summary>
internal sealed class ValuesOption<T> : Option<IReadOnlyList<T>>
{
    public ValuesOption(string name, string helpName, string description, Func<string, T> parse, string rule) : base(name)
    {
        HelpName = helpName;
        Description = description;
        Arity = ArgumentArity.OneOrMore;
        CustomParser = result => ArgumentValues.Parse(result, parse, rule);
    }
}
