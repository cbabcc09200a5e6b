namespace Adapty.Kiota.Caching.Tests.Support;

/// <summary>Waits for what another connection brings, as no clock of a test moves it.</summary>
internal static class Eventually
{
    public static async Task TrueAsync(Func<Task<bool>> condition)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        for (var attempt = 0; attempt < 3000; attempt++)
        {
            if (await condition())
                return;
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }

        Assert.Fail("It did not come true within thirty seconds.");
    }
}
