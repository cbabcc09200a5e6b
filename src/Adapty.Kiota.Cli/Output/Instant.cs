using System.Globalization;

namespace Adapty.Kiota.Cli.Output;

/// <summary>Instants for people: always UTC, whatever the machine is set to.</summary>
internal static class Instant
{
    public static string Of(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    public static string Of(DateTimeOffset? instant) => instant is { } known ? Of(known) : "";
}
