using System.Globalization;

namespace Adapty.Kiota.Cli.Output;

/// <summary>Whole numbers for people, whatever the machine's culture.</summary>
internal static class Number
{
    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Of(int? number) => number is { } known ? Of(known) : "";

    /// <summary>With a sign even when it is positive.</summary>
    public static string Signed(int? number) => number?.ToString("+0;-0;0", CultureInfo.InvariantCulture) ?? "";
}
