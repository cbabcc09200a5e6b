using System.Text;
using System.Text.Json.Nodes;

namespace Adapty.Kiota.Benchmarks.Bodies;

/// <summary>The answers that are measured.</summary>
internal static class SampleBodies
{
    /// <summary>The body of Adapty's Get profile page.</summary>
    public static byte[] Page { get; } = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Bodies", "get-profile.json"));

    /// <summary>The documented event of a renewal.</summary>
    public static byte[] Renewal { get; } =
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Bodies", "subscription_renewed.json"));

    public static byte[] FiftyLevels { get; } = WithLevels(50);

    /// <summary>The page's body with dates whose offset has no colon.</summary>
    public static byte[] BareOffsets { get; } =
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Page).Replace("+00:00", "+0000", StringComparison.Ordinal));

    public static IReadOnlyList<(string Name, byte[] Bytes)> All { get; } = [("page", Page), ("50-levels", FiftyLevels), ("+0000", BareOffsets)];

    /// <summary>The page's body with that many access levels, each with an expiry.</summary>
    public static byte[] WithLevels(int count)
    {
        var document = JsonNode.Parse(Page)!;
        var levels = document["data"]!["access_levels"]!.AsArray();
        var level = levels[0]!;
        level["expires_at"] = "2031-05-06T07:08:09.123456+00:00";
        levels.Clear();
        for (var number = 0; number < count; number++)
        {
            var copy = level.DeepClone();
            copy["access_level_id"] = $"level-{number}";
            levels.Add(copy);
        }

        return Encoding.UTF8.GetBytes(document.ToJsonString());
    }
}
