using System.Diagnostics;
using Adapty.Kiota.Calls;
using Microsoft.Extensions.Logging;

namespace Adapty.Kiota;

/// <summary>
/// Settings of an <see cref="AdaptyClient"/>. They are checked and copied when the client is made; later changes have no effect on it.
/// </summary>
public sealed class AdaptyClientOptions
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private string? _apiKey;

    /// <summary>
    /// The app's <em>secret</em> key, from the dashboard's App settings; required. Public keys (<c>public_live_…</c>) do not work here.
    /// It is sent as <c>Authorization: Api-Key …</c> to <see cref="BaseAddress"/> alone, and appears in no message or log.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? ApiKey { get => _apiKey; set => _apiKey = value; }

    /// <summary>
    /// Where Adapty's API is: <c>https://api.adapty.io</c>. An absolute https address without user, query or fragment;
    /// http is accepted for the loopback host only. A path is kept as a prefix.
    /// </summary>
    public Uri BaseAddress { get; set; } = new("https://api.adapty.io");

    /// <summary>How long one attempt may take, its body included: 10 seconds. More than zero, at most 30 minutes.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a whole call may take, retries and the waits between them included: 30 seconds. More than zero, at most 30 minutes.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a call is tried again after its first attempt: 3. From 0 (never, for those who bring their own resilience) to 10.</summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>The largest response that is read, in bytes, after decompression: 16 MiB. At least 1.</summary>
    public int MaxResponseBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>The clock behind time-outs, waits and <see cref="Models.Profile.HasAccess(string)"/>: the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// Whether <c>SetTransactionAsync</c> may be sent again after a failure that leaves open whether it was carried out
    /// (a lost connection, a time-out, a 5xx): off. Adapty documents no idempotency for it; it receives the same
    /// <c>store_transaction_id</c> again.
    /// </summary>
    public bool RetrySetTransaction { get; set; }

    /// <summary>
    /// Called after every successful call, with what its response says beside the body: the request's id, the attempts, the
    /// headers. It runs on the way of the call: be quick, and do not throw. Null, the default, costs nothing.
    /// </summary>
    public Action<AdaptyResponseInfo>? OnResponse { get; set; }

    /// <summary>Where to log to; null for nowhere. <c>AddAdapty</c> takes the application's.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    internal AdaptyClientOptions Copy() => (AdaptyClientOptions)MemberwiseClone();

    /// <summary>What is wrong, each with the option's name and its rule, never with the key.</summary>
    internal IEnumerable<string> Problems()
    {
        if (string.IsNullOrEmpty(ApiKey))
            yield return $"{nameof(ApiKey)} is missing: set it to the secret key of your Adapty app.";
        else if (HeaderValue.Problem(ApiKey) is { } problem)
            yield return $"{nameof(ApiKey)} {problem}.";

        if (Calls.BaseAddress.Problem(BaseAddress) is { } addressProblem)
            yield return $"{nameof(BaseAddress)} {addressProblem}.";
        if (AttemptTimeout <= TimeSpan.Zero || AttemptTimeout > Longest)
            yield return $"{nameof(AttemptTimeout)} must be more than zero and at most 30 minutes.";
        if (Timeout <= TimeSpan.Zero || Timeout > Longest)
            yield return $"{nameof(Timeout)} must be more than zero and at most 30 minutes.";
        if (MaxRetries is < 0 or > 10)
            yield return $"{nameof(MaxRetries)} must be from 0 to 10.";
        if (MaxResponseBytes < 1)
            yield return $"{nameof(MaxResponseBytes)} must be at least 1.";
        if (TimeProvider is null)
            yield return $"{nameof(TimeProvider)} must not be null.";
    }
}
