using System.CommandLine;

namespace Adapty.Kiota.Cli.Commands.Values;

/// <summary>The one word after a command that says what it is about.</summary>
internal sealed class WordArgument : Argument<string>
{
    public WordArgument(string name, string description) : base(name)
    {
        HelpName = name;
        Description = description;
        Arity = ArgumentArity.ExactlyOne;
        CustomParser = result => ArgumentValues.Parse(result, Words.Text, Words.TextRule) is [var word] ? word : null;
    }
}
