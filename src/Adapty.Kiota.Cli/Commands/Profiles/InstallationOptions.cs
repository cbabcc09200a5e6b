using System.CommandLine;
using System.CommandLine.Parsing;
using Adapty.Kiota.Cli.Commands.Values;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Cli.Commands.Profiles;

/// <summary>What can be said of the device on which the user has the app.</summary>
internal sealed class InstallationOptions
{
    private readonly ValueOption<string> _deviceId = ValueOptions.Text("--device-id", "id", "Id of the user's device, any text; Adapty may want it for a new profile.");

    private readonly (ValueOption<string> Option, Action<InstallationMeta, string> Set)[] _details =
    [
        (ValueOptions.Text("--device", "name", "Model of the device."), (meta, text) => meta.Device = text),
        (ValueOptions.Text("--os", "name", "Operating system of the device."), (meta, text) => meta.Os = text),
        (ValueOptions.Text("--locale", "code", "Language of the device, such as de-DE."), (meta, text) => meta.Locale = text),
        (ValueOptions.Text("--timezone", "name", "Time zone of the device, such as Europe/Berlin."), (meta, text) => meta.Timezone = text),
        (ValueOptions.Text("--user-agent", "text", "User agent of the device."), (meta, text) => meta.UserAgent = text),
        (ValueOptions.Text("--app-version", "text", "Version of the app."), (meta, text) => meta.AppVersion = text),
        (ValueOptions.Text("--app-build", "text", "Build of the app."), (meta, text) => meta.AppBuild = text),
        (ValueOptions.Text("--adapty-sdk-version", "text", "Version of Adapty's SDK in the app."), (meta, text) => meta.AdaptySdkVersion = text),
        (ValueOptions.Text("--idfa", "id", "Apple's id for advertisers."), (meta, text) => meta.Idfa = text),
        (ValueOptions.Text("--idfv", "id", "Apple's id for vendors."), (meta, text) => meta.Idfv = text),
        (ValueOptions.Text("--advertising-id", "id", "Google's advertising id."), (meta, text) => meta.AdvertisingId = text),
        (ValueOptions.Text("--android-id", "id", "Android id."), (meta, text) => meta.AndroidId = text),
        (ValueOptions.Text("--android-app-set-id", "id", "Android app set id."), (meta, text) => meta.AndroidAppSetId = text),
    ];

    public IEnumerable<Option> All => [_deviceId, .. _details.Select(detail => detail.Option)];

    public void RequireDevice(CommandResult result)
    {
        if (result.GetResult(_deviceId) is null && _details.FirstOrDefault(detail => result.GetResult(detail.Option) is not null).Option is { } orphan)
            result.AddError($"{orphan.Name} needs {_deviceId.Name}.");
    }

    /// <summary>Null when no device is named.</summary>
    public InstallationMeta? Of(ParseResult arguments, string? platform)
    {
        if (arguments.GetValue(_deviceId) is not { } deviceId)
            return null;
        var meta = new InstallationMeta { DeviceId = deviceId, Platform = platform };
        foreach (var (option, set) in _details)
        {
            if (arguments.GetValue(option) is { } text)
                set(meta, text);
        }

        return meta;
    }
}
