using System.Globalization;
using System.Text;
using Adapty.Kiota.Models;
using ZiggyCreatures.Caching.Fusion.Internals.Distributed;
using ZiggyCreatures.Caching.Fusion.Serialization;

namespace Adapty.Kiota.Caching;

/// <summary>
/// What stands in Redis: a line with FusionCache's times, when Adapty was asked, whether just after an invalidation, and the hashed names; then the profile, as
/// <see cref="AdaptyJson"/> writes it. Of a marker, a line alone. What cannot be read is an exception, which FusionCache takes for a miss.
/// </summary>
internal sealed class EntrySerializer(ProfileCacheOptions options, TimeProvider clock) : IFusionCacheSerializer
{
    public byte[] Serialize<T>(T? obj) => obj switch
    {
        FusionCacheDistributedEntry<ProfileEntry> entry => Write(entry),
        FusionCacheDistributedEntry<long> marker => Encoding.ASCII.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{marker.Timestamp} {marker.LogicalExpirationTimestamp} {marker.Value}\n")),
        _ => throw new NotSupportedException($"Only profiles are kept, not {typeof(T)}."),
    };

    public T? Deserialize<T>(byte[] data)
    {
        var end = data.AsSpan().IndexOf((byte)'\n');
        if (end < 0)
            throw new FormatException("The entry has no line with its times.");
        var head = Encoding.ASCII.GetString(data, 0, end).Split(' ');
        var body = data.AsSpan(end + 1);
        object entry = typeof(T) == typeof(FusionCacheDistributedEntry<long>)
            ? new FusionCacheDistributedEntry<long>(Number(head, 2), Number(head, 0), Number(head, 1), tags: null, metadata: null)
            : ReadProfile(head, body);
        return (T)entry;
    }

    public ValueTask<byte[]> SerializeAsync<T>(T? obj, CancellationToken token = default) => new(Serialize(obj));

    public ValueTask<T?> DeserializeAsync<T>(byte[] data, CancellationToken token = default) => new(Deserialize<T>(data));

    private static byte[] Write(FusionCacheDistributedEntry<ProfileEntry> stored)
    {
        var entry = stored.Value;
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"{stored.Timestamp} {stored.LogicalExpirationTimestamp} {entry.AsOf.UtcTicks} {(entry.IsUnsettled ? 1 : 0)} {string.Join(',', entry.Names)}\n");
        var body = entry.Profile is null ? [] : AdaptyJson.SerializeToUtf8Bytes(entry.Profile);
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    private FusionCacheDistributedEntry<ProfileEntry> ReadProfile(string[] head, ReadOnlySpan<byte> body)
    {
        if (head.Length != 5 || head[4].Length == 0)
            throw new FormatException("The entry's line has not its five parts.");
        var names = head[4].Split(',');
        var profile = body.IsEmpty ? null : AdaptyJson.Deserialize<Profile>(body, clock);
        var entry = new ProfileEntry(profile, new DateTimeOffset(Number(head, 2), TimeSpan.Zero), names, options, Number(head, 3) != 0);
        return new(entry, Number(head, 0), Number(head, 1), names, metadata: null);
    }

    private static long Number(string[] head, int index) => long.Parse(head[index], NumberStyles.None, CultureInfo.InvariantCulture);
}
