namespace Adapty.Kiota;

/// <summary>What a list that comes page by page can do wrong.</summary>
internal static class Paging
{
    /// <summary>Every page was readable, but together they are not the list.</summary>
    public static AdaptyResponseException Broken(string problem) => new($"Adapty's pages do not fit together: {problem}.") { StatusCode = 200, Attempts = 1 };
}
