using System.Runtime.CompilerServices;

/// <summary>Ends the app when something is not as it should be.</summary>
internal static class Expect
{
    public static void True(bool holds, [CallerArgumentExpression(nameof(holds))] string what = "")
    {
        if (!holds)
            throw new InvalidOperationException($"This does not hold: {what}");
    }
}
