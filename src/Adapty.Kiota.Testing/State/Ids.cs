namespace Adapty.Kiota.Testing.State;

/// <summary>Makes ids in Adapty's forms. Each fake counts them from 1: a test sees the same ids in every run.</summary>
internal sealed class Ids
{
    /// <summary>The app of the API key.</summary>
    public const string App = "00000000-0000-4000-a000-000000000000";

    private long _uuids;
    private long _transactions;
    private long _requests;
    private long _events;

    public string NextUuid() => $"00000000-0000-4000-8000-{Interlocked.Increment(ref _uuids):x12}";

    public string NextEvent() => $"00000000-0000-4000-9000-{Interlocked.Increment(ref _events):x12}";

    /// <summary>16 digits, as Apple's.</summary>
    public string NextTransaction() => $"2{Interlocked.Increment(ref _transactions):d15}";

    /// <summary>32 hex digits without dashes.</summary>
    public string NextRequest() => $"{Interlocked.Increment(ref _requests):x32}";
}
