namespace Adapty.Kiota.Limits;

/// <summary>The documented limits of paging.</summary>
internal static class PageRules
{
    public static int CheckSize(int size, string path)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1, path);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, ApiLimits.PageSize, path);
        return size;
    }

    /// <summary>The query of a request, by the names in the API: those of the generated builders' parameters, too.</summary>
    public static void Check(IDictionary<string, object> query)
    {
        foreach (var (name, value) in query)
        {
            if (name is "limit" or "page%5Bsize%5D" && value is int size)
                CheckSize(size, Uri.UnescapeDataString(name));
            else if (name is "page%5Bnumber%5D" && value is int number)
                ArgumentOutOfRangeException.ThrowIfLessThan(number, 1, Uri.UnescapeDataString(name));
            else if (name is "currency_code" && value is string code)
                Rule.RequireString(code, name);
        }
    }
}
