using Adapty.Kiota.Models;

namespace Adapty.Kiota.Limits;

/// <summary>What creating and updating a profile have in common, as far as it is checked here.</summary>
internal interface IProfileFields
{
    string? IpCountry { get; }

    string? StoreCountry { get; }

    string? Platform { get; }

    List<CustomAttribute>? CustomAttributes { get; }

    InstallationMeta? InstallationMeta { get; }
}
