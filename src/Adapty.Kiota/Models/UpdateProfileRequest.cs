using Adapty.Kiota.Limits;

namespace Adapty.Kiota.Models;

/// <content>What travels beside the body.</content>
public partial class UpdateProfileRequest : IProfileFields
{
    /// <summary>
    /// The user's platform, see <see cref="Platforms"/>; sent as the header <c>adapty-platform</c>. Adapty recommends it
    /// together with <see cref="InstallationMeta"/>. Printable ASCII; null sends none.
    /// </summary>
    public string? Platform { get; set; }
}
