namespace Adapty.Kiota.Tests.Support;

/// <summary>The checkout that the tests were built in.</summary>
internal static class Checkout
{
    /// <summary>The folder that holds <c>Adapty.Kiota.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A file of the fact sheets beside the checkout; null where there are none.</summary>
    public static string? Shared(string name)
    {
        var path = Path.Combine(Root, "..", "shared", name);
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Adapty.Kiota.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Adapty.Kiota.sln.");
    }
}
