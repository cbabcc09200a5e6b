using System.Globalization;
using System.Text;
using System.Text.Json;
using Adapty.Kiota.Tests.Robustness.Fuzz;
using Adapty.Kiota.Webhooks;

namespace Adapty.Kiota.Tests.Webhooks;

/// <summary>
/// Whatever happens to a documented event: the handler gets what the bytes state, or it is not called, and the reply makes the
/// event come again. The seed is fixed; ADAPTY_FUZZ_CASES asks for a longer run, with another seed each time.
/// </summary>
public sealed class WebhookFuzzTests(ITestOutputHelper output)
{
    private const int UsualCases = 10_000;

    [Fact]
    public async Task A_damaged_event_is_read_as_what_it_states_or_comes_again()
    {
        var asked = Environment.GetEnvironmentVariable("ADAPTY_FUZZ_CASES");
        var longRun = int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var cases);
        cases = longRun ? cases : UsualCases;
        var seed = longRun ? Random.Shared.Next() : 20310612;
        var random = new Random(seed);
        var examples = WebhookExamples.Names.Select(WebhookExamples.Bytes).ToArray();
        var (read, refused) = (0, 0);
        var kept = new RecordingHandler();
        var receiver = new WebhookReceiver(
            new WebhookOptions { AllowAnonymous = true, DeliveryStore = new Forgetful() },
            [kept]);

        for (var number = 0; number < cases; number++)
        {
            var body = Damage(examples[random.Next(examples.Length)], random);

            var reply = await receiver.ReceiveAsync(body, null, TestContext.Current.CancellationToken);

            kept.Handled.TryDequeue(out var handled);
            var where = $"seed {seed}, case {number}: {Encoding.UTF8.GetString(body)}";
            if (reply.Reason == "verification")
            {
                Assert.True(handled is null && body.AsSpan().IndexOf("profile"u8) < 0, where);
                continue;
            }

            Assert.True((reply.StatusCode, reply.Reason) is (200, "handled") or (500, "unreadable"), $"{reply.Reason}, {where}");
            Assert.True(handled is not null == (reply.StatusCode == 200), where);
            var expected = Statement.Of(body);
            if (handled is not null)
            {
                read++;
                Assert.True(expected is not null, where);
                Assert.Equal(expected, Statement.Of(Encoding.UTF8.GetBytes(handled.ToJson())));
            }
            else
            {
                refused++;
                Assert.True(expected is null, where);
            }
        }

        Assert.True(read > cases / 10 && refused > cases / 10);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {cases,8:N0} damaged events, {read:N0} of them read, {refused:N0} refused (seed {seed}) |"));
    }

    private static byte[] Damage(byte[] body, Random random)
    {
        // Most often the members, which are what a reader looks at; a second time what came out of the first.
        for (var times = random.Next(1, 3); times > 0; times--)
        {
            switch (random.Next(16))
            {
                case 0:
                    body = body[..random.Next(body.Length + 1)];
                    break;
                case 1:
                    body = (byte[])body.Clone();
                    if (body.Length > 0)
                        body[random.Next(body.Length)] = (byte)random.Next(256);
                    break;
                case 2:
                    var at = random.Next(body.Length + 1);
                    byte[] noise = new byte[random.Next(1, 4)];
                    random.NextBytes(noise);
                    body = [.. body.AsSpan(0, at), .. noise, .. body.AsSpan(at)];
                    break;
                default:
                    body = DamageMember(body, random);
                    break;
            }
        }

        return body;
    }

    private static byte[] DamageMember(byte[] body, Random random)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return Mutation.Members(document.RootElement) is > 0 and var members
                ? new Mutation(random.Next(members), Mutation.Kinds[random.Next(Mutation.Kinds.Length)]).Apply(document.RootElement).Body
                : body;
        }
        // Damaged before so that it cannot be read, or holds strings that cannot be written.
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return body;
        }
    }

    /// <summary>Every delivery is the first.</summary>
    private sealed class Forgetful : IWebhookDeliveryStore
    {
        public ValueTask<WebhookReservation> ReserveAsync(string key, string owner, TimeSpan expiry, CancellationToken cancellationToken) =>
            new(WebhookReservation.Reserved);

        public ValueTask ConfirmAsync(string key, TimeSpan retention, CancellationToken cancellationToken) => default;

        public ValueTask ReleaseAsync(string key, string owner, CancellationToken cancellationToken) => default;
    }
}
