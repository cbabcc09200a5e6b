using System.Globalization;

namespace Adapty.Kiota.Testing.State;

/// <summary>Makes ids of Adapty's forms, counted up from 1 in each fake: a test sees the same ones in every run.</summary>
internal sealed class Ids
{
    /// <summary>The app that the key belongs to.</summary>
    public const string App = "00000000-0000-4000-a000-000000000000";

    private long _uuids;
    private long _transactions;
    private long _requests;

    public string NextUuid() => $"00000000-0000-4000-8000-{Interlocked.Increment(ref _uuids):x12}";

    /// <summary>As Apple's: 16 digits.</summary>
    public string NextTransaction() => (2_000_000_000_000_000 + Interlocked.Increment(ref _transactions)).ToString(CultureInfo.InvariantCulture);

    /// <summary>32 hex digits without dashes.</summary>
    public string NextRequest() => $"{Interlocked.Increment(ref _requests):x32}";
}
