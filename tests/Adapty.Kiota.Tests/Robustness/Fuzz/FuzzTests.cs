using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Adapty.Kiota.Models;
using Adapty.Kiota.Tests.Contract;
using Adapty.Kiota.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using TestData = Adapty.Kiota.Tests.Support.TestData;

namespace Adapty.Kiota.Tests.Robustness.Fuzz;

/// <summary>
/// Whatever happens to a body: it reads into a model, or it is an <see cref="AdaptyResponseException"/> (outside of a call a
/// <see cref="JsonException"/>), and no damage changes who has access. The seed is fixed; ADAPTY_FUZZ_CASES asks for that many damaged bodies, with another seed each time.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int UsualCases = 500;

    private static readonly DateTimeOffset Now = new(2031, 3, 10, 12, 0, 0, TimeSpan.Zero);

    private static readonly string[] Levels = ["premium", "gold", "Premium", "\u00fc", "a.b-c_d", "none"];

    /// <param name="each">How many damaged bodies come of one case.</param>
    private static Config Settings(int each = 1)
    {
        var config = Config.QuickThrowOnFailure.WithEndSize(50);
        return int.TryParse(Environment.GetEnvironmentVariable("ADAPTY_FUZZ_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out var cases)
            ? config.WithMaxTest(Math.Max(1, cases / each))
            : config.WithMaxTest(UsualCases).WithReplay(20310310, 1);
    }

    /// <summary>Reads a body as a call does; outside of a call it is read, or refused, alike.</summary>
    private static Profile? Read(byte[] body)
    {
        var profile = ReadByCall(body);
        var stored = ReadStored<ProfileResponse>(body)?.Data;
        if (profile is null ? stored is not null : stored is null || Access(stored) != Access(profile) || !Write(stored).AsSpan().SequenceEqual(Write(profile)))
            throw new InvalidOperationException($"{nameof(AdaptyJson)} reads otherwise: {Encoding.UTF8.GetString(body)}");
        return profile;
    }

    /// <summary>Reads the profile in a body by itself, as from a cache; null when it is refused, or there is none.</summary>
    private static Profile? ReadAlone(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.TryGetProperty("data", out var data) ? ReadStored<Profile>(Encoding.UTF8.GetBytes(data.GetRawText())) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static T? ReadStored<T>(byte[] json)
        where T : class
    {
        try
        {
            return AdaptyJson.Deserialize<T>(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Profile? ReadByCall(byte[] body)
    {
        using var client = new StubHandler(_ => new HttpResponseMessage { Content = new ByteArrayContent(body) }).Client();
        try
        {
            return client.Profiles.GetAsync(TestData.Customer, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        }
        catch (AdaptyResponseException)
        {
            return null;
        }
    }

    private static byte[] Write(Profile profile) => JsonSerializer.SerializeToUtf8Bytes(new ProfileResponse { Data = profile }, AdaptyJson.TypeInfo<ProfileResponse>());

    private static string Access(Profile profile) => string.Concat(Levels.Select(level => profile.HasAccess(level, Now) ? '1' : '0'));

    [Fact]
    public void Every_documented_profile_survives_writing_and_reading()
    {
        var cases = 0;
        Prop.ForAll(ProfileGenerator.Profiles, profile =>
        {
            cases++;
            var body = Write(profile);
            return Read(body) is { } read && IsSame(read) && ReadAlone(body) is { } alone && IsSame(alone);

            bool IsSame(Profile copy) => Access(copy) == Access(profile) && Write(copy).AsSpan().SequenceEqual(body);
        }).Check(Settings());

        Report("profiles written and read", cases);
    }

    [Fact]
    public void The_generated_profiles_have_every_documented_field()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var profile in ProfileGenerator.Profiles.Generator.Sample(200))
        {
            using var document = JsonDocument.Parse(Write(profile));
            Collect(document.RootElement, "$", seen);
        }

        var documented = new HashSet<string>(StringComparer.Ordinal);
        using (var page = JsonDocument.Parse(TestData.ProfileBody))
            Collect(page.RootElement, "$", documented, withNulls: true);
        documented.UnionWith(["$.data.access_levels[].offer.category", "$.data.access_levels[].offer.type", "$.data.access_levels[].offer.id", "$.data.access_levels[].environment"]);

        Assert.Subset(seen, documented);
    }

    [Fact]
    public void No_damage_to_a_member_changes_who_has_access()
    {
        var (cases, refused) = (0, 0);
        Prop.ForAll(ProfileGenerator.Profiles, profile =>
        {
            var body = Write(profile);
            var access = Access(profile);
            using var document = JsonDocument.Parse(body);
            var members = Mutation.Members(document.RootElement);
            for (var member = 0; member < members; member++)
            {
                foreach (var kind in Mutation.Kinds)
                {
                    var (damaged, name) = new Mutation(member, kind).Apply(document.RootElement);
                    var read = Read(damaged);
                    cases++;
                    refused += read is null ? 1 : 0;
                    var alone = ReadAlone(damaged);
                    if ((read is not null && alone is null) || new[] { read, alone }.Any(copy => copy is not null && !StatesAnotherFact(name, kind) && Access(copy) != access))
                        throw new InvalidOperationException($"{name} {kind}: {Encoding.UTF8.GetString(damaged)}");
                }
            }
        }).Check(Settings().WithMaxTest(Math.Max(20, Settings().MaxTest / 25)));

        Report("damaged members", cases, refused);
    }

    /// <summary>The documented answers of all operations, by the facade (its pagers included) and by the generated builders.</summary>
    [Fact]
    public async Task Damage_to_any_documented_answer_ends_in_a_model_or_in_the_family()
    {
        var (cases, refused) = (0, 0);
        foreach (var call in OperationCalls.Plain)
        {
            var body = DocumentedServer.Body(call.Operation);
            if (body.Length == 0)
                continue;
            var access = (await SendAsync(call, Encoding.UTF8.GetBytes(body)) as Profile) is { } untouched ? Access(untouched) : null;
            Assert.NotNull(await SendAsync(call, Encoding.UTF8.GetBytes(body)));

            using var document = JsonDocument.Parse(body);
            var damages =
                from member in Enumerable.Range(0, Mutation.Members(document.RootElement))
                from kind in Mutation.Kinds
                select (Kind: kind, Damaged: new Mutation(member, kind).Apply(document.RootElement));
            foreach (var (kind, (damaged, name)) in damages)
            {
                var answer = await SendAsync(call, damaged);
                cases++;
                refused += answer is null ? 1 : 0;
                Assert.True(
                    answer is not Profile profile || StatesAnotherFact(name, kind) || Access(profile) == access,
                    $"{call}, {name} {kind}: {Encoding.UTF8.GetString(damaged)}");
            }
        }

        Report("damaged members of the documented answers", cases, refused);
    }

    [Fact]
    public void A_body_that_is_cut_off_is_never_an_answer()
    {
        var (cases, refused) = (0, 0);
        Prop.ForAll(ProfileGenerator.Profiles, ArbMap.Default.ArbFor<int>(), (profile, at) =>
        {
            var body = Write(profile);
            var read = Read(body[..(int)((uint)at % (uint)body.Length)]);
            cases++;
            refused += read is null ? 1 : 0;
            return read is null;
        }).Check(Settings(each: 60));

        Report("bodies cut off", cases, refused);
    }

    [Fact]
    public void Random_bytes_end_in_a_model_or_in_the_family()
    {
        var (cases, refused) = (0, 0);
        Prop.ForAll(ProfileGenerator.Profiles, ArbMap.Default.ArbFor<(int At, byte Value)[]>(), (profile, changes) =>
        {
            var body = Write(profile);
            foreach (var (at, value) in changes)
                body[(int)((uint)at % (uint)body.Length)] = value;
            cases++;
            refused += Read(body) is null ? 1 : 0;
        }).Check(Settings());
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
        {
            cases++;
            refused += Read(bytes) is null ? 1 : 0;
        }).Check(Settings());

        Report("random bytes", cases, refused);
    }

    [Fact]
    public void Random_error_bodies_end_in_a_refusal()
    {
        var cases = 0;
        var seed = Encoding.UTF8.GetBytes("""{"errors":[{"source":"a","errors":["m"]},"s",{"detail":"d","source":{"pointer":"/p"}}],"error_code":"c","status_code":400}""");
        Prop.ForAll(ArbMap.Default.ArbFor<(int At, byte Value)[]>(), changes =>
        {
            var body = (byte[])seed.Clone();
            foreach (var (at, value) in changes)
                body[(int)((uint)at % (uint)body.Length)] = value;
            using var client = new StubHandler(_ => new HttpResponseMessage(System.Net.HttpStatusCode.BadRequest) { Content = new ByteArrayContent(body) }).Client();
            cases++;
            Assert.Throws<AdaptyValidationException>(() => client.Profiles.GetAsync(TestData.Customer, TestContext.Current.CancellationToken).GetAwaiter().GetResult());
        }).Check(Settings());

        Report("error bodies", cases, cases);
    }

    /// <summary>
    /// What is no damage: another text is another level's id, an empty list (or null) says that there are none, a null expiry
    /// is access for life, and an absent start is documented to mean that there is no lower bound.
    /// </summary>
    private static bool StatesAnotherFact(string name, MutationKind kind) => (name, kind) switch
    {
        ("access_level_id", MutationKind.Garbage or MutationKind.Quoted or MutationKind.Truncated) => true,
        ("access_levels", MutationKind.EmptyArray or MutationKind.Null) => true,
        ("expires_at", MutationKind.Null) => true,
        ("starts_at", MutationKind.Dropped or MutationKind.Renamed or MutationKind.OtherCase or MutationKind.Null) => true,
        _ => false,
    };

    /// <summary>A call that is answered with that body again and again, as a list may ask for more; null when it was unreadable.</summary>
    private static async Task<object?> SendAsync(OperationCall call, byte[] body)
    {
        using var client = new StubHandler(_ => new HttpResponseMessage { Content = new ByteArrayContent(body) }).Client();
        try
        {
            return await call.Send(client, TestContext.Current.CancellationToken);
        }
        catch (AdaptyResponseException)
        {
            return null;
        }
    }

    /// <summary>The places of all members that have a value.</summary>
    private static void Collect(JsonElement element, string path, HashSet<string> places, bool withNulls = false)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                Collect(item, path + "[]", places, withNulls);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in element.EnumerateObject())
                Collect(member.Value, $"{path}.{member.Name}", places, withNulls);
        }

        if (withNulls || element.ValueKind != JsonValueKind.Null)
            places.Add(path);
    }

    private void Report(string what, int cases, int? refused = null, [CallerMemberName] string test = "") => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"| {cases,8:N0} {what}{(refused is null ? "" : $", {refused:N0} of them refused")} | FuzzTests.{test} |"));
}
