namespace Adapty.Kiota;

/// <summary>Known platforms of a user. The set is open: compare, and expect others.</summary>
public static class Platforms
{
    /// <summary>iPhone.</summary>
    public const string Ios = "iOS";

    /// <summary>Mac.</summary>
    public const string MacOS = "macOS";

    /// <summary>iPad.</summary>
    public const string IPadOS = "iPadOS";

    /// <summary>Apple Vision.</summary>
    public const string VisionOS = "visionOS";

    /// <summary>Android.</summary>
    public const string Android = "Android";

    /// <summary>A web browser.</summary>
    public const string Web = "web";

    /// <summary>All of these values, in this order.</summary>
    public static IReadOnlyList<string> All { get; } = [Ios, MacOS, IPadOS, VisionOS, Android, Web];
}
