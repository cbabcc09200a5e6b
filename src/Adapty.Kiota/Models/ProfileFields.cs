namespace Adapty.Kiota.Models;

// CUSTOM: the generator makes nothing of header parameters, and the platform travels in one.

/// <content>What travels beside the body.</content>
public partial class ProfileFields
{
    /// <summary>
    /// The user's platform, see <see cref="Platforms"/>; sent as the header <c>adapty-platform</c>. Adapty recommends it
    /// together with <see cref="InstallationMeta"/>. Printable ASCII; null sends none.
    /// </summary>
    public string? Platform { get; set; }
}
