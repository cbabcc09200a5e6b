using Adapty.Kiota.Models;

namespace Adapty.Kiota.Testing.State;

/// <summary>One user's virtual currency.</summary>
internal sealed class Wallet
{
    /// <summary>How long Adapty remembers an idempotency key.</summary>
    private static readonly TimeSpan KeyLifetime = TimeSpan.FromHours(1);

    private readonly Dictionary<string, int> _balances = new(StringComparer.Ordinal);
    private readonly List<VirtualCurrencyTransaction> _transactions = [];
    private readonly Dictionary<string, (DateTimeOffset At, byte[] Body)> _replays = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The oldest first: the place of a transaction never changes.</summary>
    public IReadOnlyList<VirtualCurrencyTransaction> Transactions => _transactions;

    public int Balance(string currencyCode) => _balances.GetValueOrDefault(currencyCode);

    /// <summary>What the key was answered with, if that was less than an hour ago.</summary>
    public byte[]? Replay(string idempotencyKey, DateTimeOffset now) =>
        _replays.TryGetValue(idempotencyKey, out var replay) && now - replay.At < KeyLifetime ? replay.Body : null;

    public void Remember(string idempotencyKey, DateTimeOffset now, byte[] body) => _replays[idempotencyKey] = (now, body);

    /// <summary>All items at once. That every balance stays in its range was checked.</summary>
    public VirtualCurrencyTransaction Apply(
        string transactionId, string type, IEnumerable<(string CurrencyCode, int Amount)> items, VirtualCurrencyMetadata? metadata, DateTimeOffset now)
    {
        var changes = new List<VirtualCurrencyBalanceChange>();
        foreach (var (code, amount) in items)
        {
            _balances[code] = Balance(code) + amount;
            changes.Add(new VirtualCurrencyBalanceChange { CurrencyCode = code, Amount = amount, BalanceAfter = Balance(code) });
        }

        var transaction = new VirtualCurrencyTransaction
        {
            TransactionId = transactionId,
            CreatedAt = now,
            TransactionType = type,
            Items = changes,
            Metadata = metadata,
        };
        _transactions.Add(transaction);
        return transaction;
    }
}
