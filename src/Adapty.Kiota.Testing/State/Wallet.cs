using Adapty.Kiota.Models;

namespace Adapty.Kiota.Testing.State;

/// <summary>The virtual currency of one user.</summary>
internal sealed class Wallet
{
    /// <summary>How long Adapty remembers an idempotency key.</summary>
    private static readonly TimeSpan KeyLifetime = TimeSpan.FromHours(1);

    private readonly Dictionary<string, int> _balances = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (DateTimeOffset At, VirtualCurrencyTransactionResult Result)> _results =
        new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The oldest first.</summary>
    public List<VirtualCurrencyTransaction> Transactions { get; } = [];

    public int Balance(string currencyCode) => _balances.GetValueOrDefault(currencyCode);

    /// <summary>The result of the request with this key, if that was less than an hour ago.</summary>
    public VirtualCurrencyTransactionResult? Replay(string idempotencyKey, DateTimeOffset now) =>
        _results.TryGetValue(idempotencyKey, out var first) && now - first.At < KeyLifetime ? first.Result : null;

    public void Remember(string idempotencyKey, DateTimeOffset now, VirtualCurrencyTransactionResult result) =>
        _results[idempotencyKey] = (now, result);

    /// <summary>Applies all items. The caller has checked that every balance stays in its range.</summary>
    public VirtualCurrencyTransaction Apply(
        string transactionId, string type, List<VirtualCurrencyAdjustment> items, VirtualCurrencyMetadata? metadata, DateTimeOffset now)
    {
        var transaction = new VirtualCurrencyTransaction
        {
            TransactionId = transactionId,
            CreatedAt = now,
            TransactionType = type,
            Items = items.ConvertAll(item =>
            {
                var balance = _balances[item.CurrencyCode!] = Balance(item.CurrencyCode!) + item.Amount!.Value;
                return new VirtualCurrencyBalanceChange { CurrencyCode = item.CurrencyCode, Amount = item.Amount, BalanceAfter = balance };
            }),
            Metadata = metadata,
        };
        Transactions.Add(transaction);
        return transaction;
    }
}
