namespace Adapty.Kiota.DependencyInjection;

/// <summary>The names under which one registration's parts find each other.</summary>
internal static class ClientNames
{
    private const string Default = "Adapty.Kiota";

    public static string HttpClient(string optionsName) => optionsName.Length == 0 ? Default : $"{Default}:{optionsName}";

    /// <summary>The options' name of an HTTP client's name; null when the HTTP client is not Adapty's.</summary>
    public static string? Options(string httpClientName) =>
        httpClientName == Default ? ""
        : httpClientName.StartsWith(Default + ":", StringComparison.Ordinal) ? httpClientName[(Default.Length + 1)..]
        : null;
}
