using System.Globalization;
using System.Text;
using System.Text.Json;
using Adapty.Kiota.Models;
using Adapty.Kiota.Reading;
using Adapty.Kiota.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using TestData = Adapty.Kiota.Tests.Support.TestData;

namespace Adapty.Kiota.Tests.Fuzz;

/// <summary>
/// Whatever happens to a body: it reads into a model, or it is an <see cref="AdaptyResponseException"/>, and no damage changes
/// who has access. The seed is fixed; ADAPTY_FUZZ_CASES asks for a longer run, with another seed each time.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int UsualCases = 500;

    private static readonly DateTimeOffset Now = new(2031, 3, 10, 12, 0, 0, TimeSpan.Zero);

    private static readonly string[] Levels = ["premium", "gold", "Premium", "\u00fc", "a.b-c_d", "none"];

    private static Config Settings()
    {
        var config = Config.QuickThrowOnFailure.WithEndSize(50);
        return int.TryParse(Environment.GetEnvironmentVariable("ADAPTY_FUZZ_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out var cases)
            ? config.WithMaxTest(cases)
            : config.WithMaxTest(UsualCases).WithReplay(20310310, 1);
    }

    /// <summary>Reads a body as a call does.</summary>
    private static Profile? Read(byte[] body)
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
            var read = Read(body);
            return read is not null && Access(read) == Access(profile) && Write(read).AsSpan().SequenceEqual(body);
        }).Check(Settings());

        Report("profiles written and read", cases);
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
                    if (read is not null && !StatesAnotherFact(name, kind) && Access(read) != access)
                        throw new InvalidOperationException($"{name} {kind}: {Encoding.UTF8.GetString(damaged)}");
                }
            }
        }).Check(Settings().WithMaxTest(Math.Max(20, Settings().MaxTest / 25)));

        Report("damaged members", cases, refused);
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
        }).Check(Settings());

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
    /// What is no damage: another text is another level's id, an empty list says that there are none, and an absent start is
    /// documented to mean that there is no lower bound.
    /// </summary>
    private static bool StatesAnotherFact(string name, MutationKind kind) => (name, kind) switch
    {
        ("access_level_id", MutationKind.EmptyString or MutationKind.Garbage or MutationKind.Quoted) => true,
        ("access_levels", MutationKind.EmptyArray) => true,
        ("starts_at", MutationKind.Dropped or MutationKind.Renamed or MutationKind.OtherCase) => true,
        _ => false,
    };

    private void Report(string what, int cases, int? refused = null) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{cases,8:N0} {what}{(refused is null ? "" : $", {refused:N0} of them refused")}"));
}
