namespace Adapty.Kiota.Tests.Robustness.Faults;

/// <summary>What the caller saw of a fault.</summary>
/// <param name="Exception">What was thrown; null when the call succeeded.</param>
/// <param name="Attempts">How often the request was sent.</param>
/// <param name="Seconds">How long the call took, by the fake clock.</param>
/// <param name="Afterwards">What the next call threw, by the same client, when nothing was wrong any more; null when it succeeded.</param>
internal sealed record FaultOutcome(Exception? Exception, int Attempts, double Seconds, Exception? Afterwards)
{
    /// <summary>The exception's status; 0 when it has none.</summary>
    public int Status => Exception switch
    {
        AdaptyApiException refused => refused.StatusCode,
        AdaptyResponseException unreadable => unreadable.StatusCode,
        _ => 0,
    };
}
