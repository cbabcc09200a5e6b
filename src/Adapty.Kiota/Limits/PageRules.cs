namespace Adapty.Kiota.Limits;

/// <summary>The documented limits of paging.</summary>
internal static class PageRules
{
    public static int CheckSize(int size, string place)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1, place);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, ApiLimits.PageSize, place);
        return size;
    }
}
