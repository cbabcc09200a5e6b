namespace Adapty.Kiota.Webhooks;

/// <summary>What became of the wish to handle a delivery.</summary>
public enum WebhookReservation
{
    /// <summary>It is this attempt's.</summary>
    Reserved,

    /// <summary>Another attempt has it and has not ended.</summary>
    InProgress,

    /// <summary>It was handled before.</summary>
    Done,
}
