using Adapty.Kiota.Cli.Output;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Cli.Commands.VirtualCurrency;

/// <summary><c>adapty currency add</c>.</summary>
internal sealed class CurrencyAddCommand : ProfileCommand
{
    private readonly Option<IReadOnlyList<VirtualCurrencyAdjustment>> _items = ValueOption.Many(
        "--item",
        "code=amount",
        "A currency and how much of it; a negative amount is taken away. Repeatable, all or none.",
        ParseItem,
        "must be code=amount, such as coins=100 or coins=-5");

    private readonly Option<IReadOnlyList<KeyValuePair<string, string>>> _metadata = ValueOption.Many(
        "--metadata", "name=value", "A remark that stays with the transaction. Repeatable, up to 5.", Parsers.Pair, "must be name=value");

    private readonly Option<Guid?> _idempotencyKey = ValueOption.Once<Guid?>(
        "--idempotency-key",
        "guid",
        "Repeats an earlier call without adding twice.",
        text => Parsers.RandomGuid(text),
        "must be a random UUID (version 4), as uuidgen makes them");

    public CurrencyAddCommand(ToolHost host) : base(host, "add", "Adds to a user's balances of virtual currencies, or takes from them.")
    {
        AddOptions(_items.Required(), _metadata, _idempotencyKey);
    }

    public override string HelpNotes => """
        Adapty remembers an idempotency key for an hour at most. When it is not known whether a call was
        carried out, the error names the key with which to repeat it.

        Examples:
          adapty currency add --customer-user-id user-42 --item coins=100 --metadata reason=welcome --demo
          adapty currency add --customer-user-id user-42 --item coins=-50 --item gems=1
        """;

    protected override async Task RunAsync(AdaptySession session, ParseResult arguments, CancellationToken cancellationToken)
    {
        var idempotencyKey = arguments.GetValue(_idempotencyKey) ?? Guid.NewGuid();
        try
        {
            var result = await session.Adapty.VirtualCurrency.CreateTransactionAsync(
                KeyOf(arguments), RequestOf(arguments), idempotencyKey, cancellationToken);
            session.Print(output =>
            {
                output.WriteField("Transaction id", result.TransactionId);
                output.WriteLine();
                CurrencyBalancesCommand.Write(output, result.Balances);
            });
        }
        catch (AdaptyException exception) when (exception is AdaptyConnectionException or AdaptyServerException or AdaptyResponseException)
        {
            var failure = Failure.Of(exception);
            var repeat = $"repeat it with {_idempotencyKey.Name} {idempotencyKey} within the hour, and it counts once.";
            throw new ToolException(failure.ExitCode, $"{failure.Message} It may have been carried out: {repeat}");
        }
    }

    private VirtualCurrencyTransactionRequest RequestOf(ParseResult arguments)
    {
        var request = new VirtualCurrencyTransactionRequest { Items = [.. arguments.GetValues(_items)] };
        foreach (var (name, value) in arguments.GetValues(_metadata))
        {
            request.Metadata ??= new VirtualCurrencyMetadata();
            if (!request.Metadata.AdditionalData.TryAdd(name, value))
                throw new ToolException(ExitCode.Usage, $"{_metadata.Name} gives a name twice.");
        }

        return request;
    }

    private static VirtualCurrencyAdjustment ParseItem(string text)
    {
        var (code, amount) = Parsers.Pair(text, number => Parsers.Integer(number));
        return new VirtualCurrencyAdjustment { CurrencyCode = code, Amount = amount };
    }
}
