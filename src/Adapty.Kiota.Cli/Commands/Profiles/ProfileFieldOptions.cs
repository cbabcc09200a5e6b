using System.CommandLine;
using System.CommandLine.Parsing;
using Adapty.Kiota.Cli.Commands.Values;
using Adapty.Kiota.Models;
using Microsoft.Kiota.Abstractions;

namespace Adapty.Kiota.Cli.Commands.Profiles;

/// <summary>What can be said of a profile, when it is created as well as later.</summary>
internal sealed class ProfileFieldOptions
{
    private readonly ValueOption<string> _email = ValueOptions.Text("--email", "address", "E-mail address.");
    private readonly ValueOption<string> _firstName = ValueOptions.Text("--first-name", "name", "First name.");
    private readonly ValueOption<string> _lastName = ValueOptions.Text("--last-name", "name", "Last name.");
    private readonly ValueOption<string> _phoneNumber = ValueOptions.Text("--phone-number", "number", "Phone number.");
    private readonly ValueOption<string> _gender = ValueOptions.Choice("--gender", "Female, male, other.", Genders.Female, Genders.Male, Genders.Other);
    private readonly ValueOption<DateOnly?> _birthday = new("--birthday", "date", "Day of birth.", text => Words.Date(text), "must be a date such as 1990-01-31");
    private readonly ValueOption<string> _ipCountry = ValueOptions.Text("--ip-country", "code", "Country of the user's address, such as DE; Adapty takes this machine's otherwise.");
    private readonly ValueOption<string> _ipV4Address = ValueOptions.Text("--ip-v4-address", "address", "IPv4 address of the user.");
    private readonly ValueOption<string> _store = ValueOptions.Open("--store", "name", "Store of the user's account.", KnownWords.Stores);
    private readonly ValueOption<string> _storeCountry = ValueOptions.Text("--store-country", "code", "Country of the user's store account, such as DE.");
    private readonly ValueOption<string> _storeAccountToken = ValueOptions.Text("--store-account-token", "guid", "Token of the user's store account.");
    private readonly ValueOption<int?> _attStatus = ValueOptions.Integer("--att-status", "0-3", "Consent to tracking on Apple's devices: 0 not determined, 1 restricted, 2 denied, 3 authorized.", 0, 3);
    private readonly ValueOption<string> _analyticsDisabled = ValueOptions.YesNo("--analytics-disabled", "Whether no events go to integrations.");
    private readonly ValueOption<string> _platform = ValueOptions.Open("--platform", "name", "Platform of the user.", KnownWords.Platforms);
    private readonly ValuesOption<KeyValuePair<string, string>> _attributes = new("--attribute", "name=value", "Sets a custom attribute to a text. Repeatable.", Words.Pair, "must be name=value");
    private readonly ValuesOption<KeyValuePair<string, decimal>> _numbers = new(
        "--number", "name=value", "Sets a custom attribute to a number. Repeatable.", ParseNumber, "must be name=number, such as level=7 or weight=71.5");

    private readonly InstallationOptions _installation = new();

    public IReadOnlyList<Option> All =>
    [
        _email, _firstName, _lastName, _phoneNumber, _gender, _birthday, _ipCountry, _ipV4Address, _store, _storeCountry,
        _storeAccountToken, _attStatus, _analyticsDisabled, _attributes, _numbers, _platform, .. _installation.All,
    ];

    public void AddRulesTo(Command command) => command.Validators.Add(_installation.RequireDevice);

    public bool AnyIn(CommandResult result) => All.Any(option => option != _platform && result.GetResult(option) is not null);

    public CreateProfileRequest Of(ParseResult arguments, IEnumerable<CustomAttribute>? more = null)
    {
        List<CustomAttribute> attributes =
        [
            .. (arguments.GetValue(_attributes) ?? []).Select(pair => CustomAttribute.Of(pair.Key, pair.Value)),
            .. (arguments.GetValue(_numbers) ?? []).Select(pair => CustomAttribute.Of(pair.Key, pair.Value)),
            .. more ?? [],
        ];
        if (attributes.CountBy(attribute => attribute.Key!).Any(name => name.Value > 1))
            throw new ToolException(ExitCode.Usage, "An attribute is given twice.");

        var platform = arguments.GetValue(_platform);
        return new CreateProfileRequest
        {
            Email = arguments.GetValue(_email),
            FirstName = arguments.GetValue(_firstName),
            LastName = arguments.GetValue(_lastName),
            PhoneNumber = arguments.GetValue(_phoneNumber),
            Gender = arguments.GetValue(_gender),
            Birthday = arguments.GetValue(_birthday) is { } day ? new Date(day.Year, day.Month, day.Day) : null,
            IpCountry = arguments.GetValue(_ipCountry),
            IpV4Address = arguments.GetValue(_ipV4Address),
            Store = arguments.GetValue(_store),
            StoreCountry = arguments.GetValue(_storeCountry),
            StoreAccountToken = arguments.GetValue(_storeAccountToken),
            AttStatus = arguments.GetValue(_attStatus),
            AnalyticsDisabled = arguments.GetYesNo(_analyticsDisabled),
            // An empty list is refused by Adapty.
            CustomAttributes = attributes.Count > 0 ? attributes : null,
            Platform = platform,
            InstallationMeta = _installation.Of(arguments, platform),
        };
    }

    private static KeyValuePair<string, decimal> ParseNumber(string text)
    {
        var (name, number) = Words.Pair(text);
        return new(name, Words.Number(number));
    }
}
