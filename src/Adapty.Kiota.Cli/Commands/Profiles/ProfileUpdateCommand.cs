using System.CommandLine;
using System.CommandLine.Parsing;
using Adapty.Kiota.Cli.Commands.Values;
using Adapty.Kiota.Cli.Output;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Cli.Commands.Profiles;

/// <summary><c>adapty profile update</c>.</summary>
internal sealed class ProfileUpdateCommand : ApiCommand
{
    private readonly ProfileKeyOptions _key = new();
    private readonly ProfileFieldOptions _fields = new();
    private readonly ValuesOption<string> _deletions = new("--delete-attribute", "name", "Deletes a custom attribute. Repeatable.", Words.Text, Words.TextRule);

    public ProfileUpdateCommand(ToolHost host) : base(host, "update", "Changes the given properties of a profile, and leaves the others as they are.")
    {
        _key.AddTo(this);
        AddOptions([.. _fields.All, _deletions]);
        _fields.AddRulesTo(this);
        Validators.Add(RequireChange);
    }

    public override string HelpNotes => """
        Examples:
          adapty profile update --customer-user-id user-42 --email ada@example.com
          adapty profile update --customer-user-id user-42 --attribute sport=chess --number level=8 --delete-attribute age --demo
        """;

    protected override async Task<ExitCode> RunAsync(AdaptySession session, ParseResult arguments, CancellationToken cancellationToken)
    {
        var fields = _fields.Of(arguments, (arguments.GetValue(_deletions) ?? []).Select(CustomAttribute.Delete));
        var profile = await session.Adapty.Profiles.UpdateAsync(_key.Of(arguments), Changes(fields), cancellationToken);
        session.Print(output => ProfileSummary.Write(output, profile, session.Now));
        return ExitCode.Ok;
    }

    private void RequireChange(CommandResult result)
    {
        if (!_fields.AnyIn(result) && result.GetResult(_deletions) is null)
            result.AddError("Say what to change, for example with --email or --attribute.");
    }

    private static UpdateProfileRequest Changes(CreateProfileRequest fields) => new()
    {
        Email = fields.Email,
        FirstName = fields.FirstName,
        LastName = fields.LastName,
        PhoneNumber = fields.PhoneNumber,
        Gender = fields.Gender,
        Birthday = fields.Birthday,
        IpCountry = fields.IpCountry,
        IpV4Address = fields.IpV4Address,
        Store = fields.Store,
        StoreCountry = fields.StoreCountry,
        StoreAccountToken = fields.StoreAccountToken,
        AttStatus = fields.AttStatus,
        AnalyticsDisabled = fields.AnalyticsDisabled,
        CustomAttributes = fields.CustomAttributes,
        Platform = fields.Platform,
        InstallationMeta = fields.InstallationMeta,
    };
}
