using Adapty.Kiota.DependencyInjection;
using Microsoft.Extensions.Configuration;

namespace Adapty.Kiota.Caching;

/// <summary>What a configuration section can hold. A class of its own: a trimmed program without a section brings no Redis by it.</summary>
internal static class ProfileCacheSettings
{
    private static readonly Dictionary<string, Action<ProfileCacheOptions, string>> Settings = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(ProfileCacheOptions.FreshFor)] = (options, text) => options.FreshFor = ConfigurationReader.Time(text),
        [nameof(ProfileCacheOptions.StaleFor)] = (options, text) => options.StaleFor = ConfigurationReader.Time(text),
        [nameof(ProfileCacheOptions.MaxProfiles)] = (options, text) => options.MaxProfiles = ConfigurationReader.Number(text),
        [nameof(ProfileCacheOptions.Redis)] = (options, text) => options.Redis = text,
    };

    /// <exception cref="InvalidOperationException">The section holds a name or a value that cannot be read.</exception>
    public static void Read(IConfiguration section, ProfileCacheOptions options) => ConfigurationReader.Read(section, options, Settings, []);
}
