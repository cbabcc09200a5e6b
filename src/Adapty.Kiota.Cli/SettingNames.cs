namespace Adapty.Kiota.Cli;

/// <summary>The environment variables that the tool reads. The key is no option: command lines end up in histories and process lists.</summary>
internal static class SettingNames
{
    public const string ApiKey = "ADAPTY_API_KEY";
    public const string BaseAddress = "ADAPTY_BASE_ADDRESS";
}
