using System.Globalization;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Consumer;

/// <summary>Something that an application stores, and what it decides by it.</summary>
/// <param name="Name">Which profile it is.</param>
/// <param name="Model">What is stored.</param>
/// <param name="Decide">Every decision that is asked of it, at several instants.</param>
internal sealed record Scene(string Name, object Model, Func<object, string> Decide)
{
    public const string UnknownFields = "unknown fields";

    private static readonly string[] Levels = ["premium", "gold", "none"];

    private static readonly DateTimeOffset[] Instants =
    [
        .. new[] { "1999-01-01T00:00:00Z", "2031-03-10T11:59:59.999999Z", "2031-03-10T12:00:00Z", "2031-06-01T00:00:00Z", "9998-01-01T00:00:00Z" }
            .Select(text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)),
    ];

    /// <summary>The access levels of the profiles, as Adapty sends them.</summary>
    private static readonly (string Name, string Levels, string More)[] Profiles =
    [
        ("active", """{"access_level_id":"premium","starts_at":"2031-01-01T00:00:00Z","expires_at":"2031-05-01T00:00:00.123456+0000"}""", ""),
        ("expired", """{"access_level_id":"premium","expires_at":"2031-03-10T12:00:00Z"}""", ""),
        ("future", """{"access_level_id":"premium","starts_at":"2031-05-01T00:00:00Z","expires_at":null}""", ""),
        ("lifetime", """{"access_level_id":"premium","starts_at":null,"expires_at":null}""", ""),
        ("several levels", """
            {"access_level_id":"premium","expires_at":"2031-03-01T00:00:00Z"},{"access_level_id":"gold","expires_at":null},
            {"access_level_id":"premium","starts_at":"2031-03-10T12:00:00Z","expires_at":"2031-07-01T00:00:00Z","offer":{"offer_category":"promotional"}}
            """, ""),
        (UnknownFields, """{"access_level_id":"premium","expires_at":"2031-05-01T00:00:00Z","new_number":1.50,"new_text":"2031-05-01T00:00:00Z"}""", ",\"new_object\":{\"a\":[1,null,\"b\"]},\"new_switch\":true"),
        ("empty", "", ""),
    ];

    /// <summary>Each profile, as itself and in a response; and each access level by itself.</summary>
    public static IReadOnlyList<Scene> All { get; } =
    [
        .. Profiles.Select(given => new Scene(given.Name, Read(given.Levels, given.More).Data!, model => DecisionsOf((Profile)model))),
        .. Profiles.Select(given => new Scene(given.Name, Read(given.Levels, given.More), model => DecisionsOf(((ProfileResponse)model).Data!))),
        .. Profiles.SelectMany(given => Read(given.Levels, given.More).Data!.AccessLevels!.Select(level =>
            new Scene(given.Name, level, model => string.Concat(Instants.Select(instant => ((AccessLevel)model).IsActiveAt(instant) ? '1' : '0'))))),
    ];

    private static ProfileResponse Read(string levels, string more) => AdaptyJson.Deserialize<ProfileResponse>(
        $$$"""{"data":{"profile_id":"5b1e7c9a-0d42-4f6e-9a35-7c21d8e4b603","customer_user_id":"user-42","total_revenue_usd":9.90{{{more}}},"access_levels":[{{{levels}}}]}}""");

    private static string DecisionsOf(Profile profile) => string.Join(' ', Instants.Select(instant =>
        string.Concat(Levels.Select(level => profile.HasAccess(level, instant) ? '1' : '0')) + profile.ActiveAccessLevels(instant).Count));
}
