using System.CommandLine;
using Adapty.Kiota.Cli.Commands.Values;
using Adapty.Kiota.Cli.Output;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Cli.Commands.Currency;

/// <summary><c>adapty currency add</c>.</summary>
internal sealed class CurrencyAddCommand : ApiCommand
{
    private readonly ProfileKeyOptions _key = new();
    private readonly ValuesOption<VirtualCurrencyAdjustment> _items = new(
        "--item", "code=amount", "A currency and how much of it; a negative amount is taken away. Repeatable, all or none.", ParseItem, "must be code=amount, such as coins=100 or coins=-5");

    private readonly ValuesOption<KeyValuePair<string, string>> _metadata = new(
        "--metadata", "name=value", "A remark that stays with the transaction. Repeatable, up to 5.", Words.Pair, "must be name=value");

    private readonly ValueOption<Guid?> _idempotencyKey = new(
        "--idempotency-key", "guid", "Repeats an earlier call without adding twice.", text => Words.RandomGuid(text), "must be a random UUID (version 4), as uuidgen makes them");

    public CurrencyAddCommand(ToolHost host) : base(host, "add", "Adds to a user's balances of virtual currencies, or takes from them.")
    {
        _key.AddTo(this);
        AddOptions(_items.Required(), _metadata, _idempotencyKey);
    }

    public override string HelpNotes => """
        Adapty remembers an idempotency key for an hour at most. When it is not known whether a call was
        carried out, the error names the key with which to repeat it.

        Examples:
          adapty currency add --customer-user-id user-42 --item coins=100 --metadata reason=welcome --demo
          adapty currency add --customer-user-id user-42 --item coins=-50 --item gems=1
        """;

    protected override async Task<ExitCode> RunAsync(AdaptySession session, ParseResult arguments, CancellationToken cancellationToken)
    {
        var idempotencyKey = arguments.GetValue(_idempotencyKey) ?? Guid.NewGuid();
        var result = await CreateAsync(session.Adapty.VirtualCurrency, _key.Of(arguments), Request(arguments), idempotencyKey, cancellationToken);
        session.Print(output =>
        {
            Field.Write(output, "Transaction id", result.TransactionId);
            output.WriteLine();
            BalanceTable.Write(output, result.Balances ?? []);
        });
        return ExitCode.Ok;
    }

    private async Task<VirtualCurrencyTransactionResult> CreateAsync(
        VirtualCurrencyClient currency, ProfileKey key, VirtualCurrencyTransactionRequest request, Guid idempotencyKey, CancellationToken cancellationToken)
    {
        try
        {
            return await currency.CreateTransactionAsync(key, request, idempotencyKey, cancellationToken);
        }
        catch (AdaptyException exception) when (exception is AdaptyConnectionException or AdaptyServerException or AdaptyResponseException)
        {
            var failure = Failure.Of(exception);
            throw new ToolException(failure.ExitCode, $"{failure.Message} It may have been carried out: repeat it with {_idempotencyKey.Name} {idempotencyKey} within the hour, and it counts once.");
        }
    }

    private VirtualCurrencyTransactionRequest Request(ParseResult arguments)
    {
        var request = new VirtualCurrencyTransactionRequest { Items = [.. arguments.GetRequiredValue(_items)] };
        foreach (var (name, value) in arguments.GetValue(_metadata) ?? [])
        {
            request.Metadata ??= new VirtualCurrencyMetadata();
            if (!request.Metadata.AdditionalData.TryAdd(name, value))
                throw new ToolException(ExitCode.Usage, $"{_metadata.Name} gives a name twice.");
        }

        return request;
    }

    private static VirtualCurrencyAdjustment ParseItem(string text)
    {
        var (code, amount) = Words.Pair(text);
        return new VirtualCurrencyAdjustment { CurrencyCode = code, Amount = Words.Integer(amount, int.MinValue, int.MaxValue) };
    }
}
