using System.CommandLine;
using System.CommandLine.Parsing;
using Adapty.Kiota.Cli.Commands.Values;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Cli.Commands.Purchases;

/// <summary>The offer under which something was bought.</summary>
internal sealed class OfferOptions
{
    private readonly ValueOption<string> _category = ValueOptions.Open("--offer-category", "name", "Offer: introductory, promotional, …", KnownWords.OfferCategories);
    private readonly ValueOption<string> _type = ValueOptions.Open("--offer-type", "name", "Offer: free_trial, pay_as_you_go, pay_up_front.", KnownWords.OfferTypes);
    private readonly ValueOption<string> _id = ValueOptions.Text("--offer-id", "id", "Offer: its id, for every category but introductory.");

    public IEnumerable<Option> All => [_category, _type, _id];

    public void Check(CommandResult result)
    {
        if (All.Any(option => result.GetResult(option) is not null) && (result.GetResult(_category) is null || result.GetResult(_type) is null))
            result.AddError($"An offer needs {_category.Name} and {_type.Name}.");
    }

    /// <summary>Null when there is none.</summary>
    public Offer? Of(ParseResult arguments) => arguments.GetValue(_category) is not { } category
        ? null
        : new Offer { Category = category, Type = arguments.GetValue(_type), Id = arguments.GetValue(_id) };
}
