using Adapty.Kiota.Models;
using Microsoft.Kiota.Abstractions;

namespace Adapty.Kiota.Cli.Commands.Profiles;

/// <summary>The writable fields of a profile: the same when it is created and when it is updated.</summary>
internal sealed class ProfileFieldOptions
{
    private readonly PropertyOptions<ProfileFields> _fields = new()
    {
        { ValueOption.String("--email", "address", "E-mail address."), (profile, email) => profile.Email = email },
        { ValueOption.String("--first-name", "name", "First name."), (profile, name) => profile.FirstName = name },
        { ValueOption.String("--last-name", "name", "Last name."), (profile, name) => profile.LastName = name },
        { ValueOption.String("--phone-number", "number", "Phone number."), (profile, number) => profile.PhoneNumber = number },
        { ValueOption.Choice("--gender", "Female, male, other.", Genders.All), (profile, gender) => profile.Gender = gender },
        { ValueOption.Once<Date?>("--birthday", "date", "Day of birth.", text => Parsers.Date(text), "must be a date such as 1990-01-31"),
            (profile, date) => profile.Birthday = date },
        { ValueOption.String("--ip-country", "code", "Country of the user's address, such as DE; Adapty takes this machine's otherwise."),
            (profile, code) => profile.IpCountry = code },
        { ValueOption.String("--ip-v4-address", "address", "IPv4 address of the user."),
            (profile, address) => profile.IpV4Address = address },
        { ValueOption.Open("--store", "name", "Store of the user's account.", Stores.All), (profile, store) => profile.Store = store },
        { ValueOption.String("--store-country", "code", "Country of the user's store account, such as DE."),
            (profile, code) => profile.StoreCountry = code },
        { ValueOption.String("--store-account-token", "guid", "Token of the user's store account."),
            (profile, token) => profile.StoreAccountToken = token },
        { ValueOption.Integer(
            "--att-status", "0-3", "Consent to tracking on Apple's devices: 0 not determined, 1 restricted, 2 denied, 3 authorized.", 0, 3),
            (profile, status) => profile.AttStatus = status },
        { ValueOption.Boolean("--analytics-disabled", "Whether no events go to integrations."),
            (profile, text) => profile.AnalyticsDisabled = text == "true" },
    };

    private readonly Option<IReadOnlyList<KeyValuePair<string, string>>> _strings = ValueOption.Many(
        "--attribute", "name=value", "Sets a custom attribute to a string. Repeatable.", Parsers.Pair, "must be name=value");

    private readonly Option<IReadOnlyList<KeyValuePair<string, decimal>>> _numbers = ValueOption.Many(
        "--number",
        "name=value",
        "Sets a custom attribute to a number. Repeatable.",
        text => Parsers.Pair(text, Parsers.Number),
        "must be name=number, such as level=7 or weight=71.5");

    private readonly Option<string?> _platform = ValueOption.Open("--platform", "name", "Platform of the user.", Platforms.All);

    private readonly Option<string?> _deviceId = ValueOption.String(
        "--device-id", "id", "Id of the user's device, any string; Adapty may want it for a new profile.");

    private readonly PropertyOptions<InstallationMeta> _device = new()
    {
        { ValueOption.String("--device", "name", "Model of the device."), (meta, device) => meta.Device = device },
        { ValueOption.String("--os", "name", "Operating system of the device."), (meta, system) => meta.Os = system },
        { ValueOption.String("--locale", "code", "Language of the device, such as de-DE."), (meta, locale) => meta.Locale = locale },
        { ValueOption.String("--timezone", "name", "Time zone of the device, such as Europe/Berlin."),
            (meta, zone) => meta.Timezone = zone },
        { ValueOption.String("--user-agent", "text", "User agent of the device."), (meta, agent) => meta.UserAgent = agent },
        { ValueOption.String("--app-version", "text", "Version of the app."), (meta, version) => meta.AppVersion = version },
        { ValueOption.String("--app-build", "text", "Build of the app."), (meta, build) => meta.AppBuild = build },
        { ValueOption.String("--adapty-sdk-version", "text", "Version of Adapty's SDK in the app."),
            (meta, version) => meta.AdaptySdkVersion = version },
        { ValueOption.String("--idfa", "id", "Apple's id for advertisers."), (meta, id) => meta.Idfa = id },
        { ValueOption.String("--idfv", "id", "Apple's id for vendors."), (meta, id) => meta.Idfv = id },
        { ValueOption.String("--advertising-id", "id", "Google's advertising id."), (meta, id) => meta.AdvertisingId = id },
        { ValueOption.String("--android-id", "id", "Android id."), (meta, id) => meta.AndroidId = id },
        { ValueOption.String("--android-app-set-id", "id", "Android app set id."), (meta, id) => meta.AndroidAppSetId = id },
    };

    public IReadOnlyList<Option> All => [.. _fields, _strings, _numbers, _platform, _deviceId, .. _device];

    public void RequireDeviceId(CommandResult result)
    {
        if (result.GetResult(_deviceId) is null && _device.FirstIn(result) is { } detail)
            result.AddError($"{detail.Name} needs {_deviceId.Name}.");
    }

    /// <summary>Whether anything is given that changes a profile. The platform does not: it travels in a header.</summary>
    public bool AnyChangeIn(CommandResult result) => All.Any(option => option != _platform && result.GetResult(option) is not null);

    /// <exception cref="ToolException">An attribute is given twice.</exception>
    public T ApplyTo<T>(T profile, ParseResult arguments, params IEnumerable<CustomAttribute> deletions) where T : ProfileFields
    {
        _fields.ApplyTo(profile, arguments);
        profile.CustomAttributes =
        [
            .. arguments.GetValues(_strings).Select(pair => CustomAttribute.Of(pair.Key, pair.Value)),
            .. arguments.GetValues(_numbers).Select(pair => CustomAttribute.Of(pair.Key, pair.Value)),
            .. deletions,
        ];
        if (profile.CustomAttributes.CountBy(attribute => attribute.Key!).Any(name => name.Value > 1))
            throw new ToolException(ExitCode.Usage, "An attribute is given twice.");

        profile.Platform = arguments.GetValue(_platform);
        if (arguments.GetValue(_deviceId) is { } id)
            profile.InstallationMeta = _device.ApplyTo(new InstallationMeta { DeviceId = id, Platform = profile.Platform }, arguments);
        return profile;
    }
}
