namespace Adapty.Kiota.Calls;

/// <summary>What may be sent again. Decided per operation: a purchase that is recorded twice costs somebody money.</summary>
internal enum RetryRule
{
    /// <summary>Reads, and deletions: repeating changes nothing, so every passing failure is tried again.</summary>
    Repeatable,

    /// <summary>Writes: tried again only when the request certainly had no effect (429, or it never left).</summary>
    OnlyIfNotCarriedOut,

    /// <summary>A write that carries an idempotency key: as <see cref="Repeatable"/>, and while the first one is still in work.</summary>
    IdempotencyKey,
}
