using System.Globalization;

namespace Adapty.Kiota.AotTests;

/// <summary>
/// Without arguments: calls every operation over a socket, reads every model, meets every exception, and says what was wrong.
/// <c>measure</c>: compares programs that ask for one profile, and fails when a budget is exceeded.
/// </summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        switch (arguments)
        {
            case []:
                return await Checks.RunAsync(Console.Out) ? 0 : 1;
            case ["serve"]:
                await Measurement.ServeAsync();
                return 0;
            case ["measure", var sdk, var byHand, var byHandWithDi, "--runs", var runs] when int.TryParse(runs, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0:
                return await Measurement.RunAsync(sdk, byHand, byHandWithDi, count) ? 0 : 1;
            default:
                await Console.Error.WriteLineAsync("usage: Adapty.Kiota.AotTests [serve | measure SDK-APP BY-HAND-APP BY-HAND-APP-WITH-DI --runs N]");
                return 2;
        }
    }
}
