using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Adapty.Kiota.Testing;
using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Cli;

/// <summary><c>adapty profile export</c>.</summary>
public sealed class ExportTests : IDisposable
{
    private static readonly string[] Export = ["profile", "export"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string InputFile => Path.Combine(_folder.FullName, "ids.csv");

    private string OutputFile => Path.Combine(_folder.FullName, "out.jsonl");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Each_id_has_a_line_with_its_profile_null_or_an_error()
    {
        using var adapty = new FakeAdapty();
        adapty.ApiKey = TestData.Key;
        var known = adapty.AddProfile("known").WithLifetimeAccess("premium");
        var network = new StubHandler((request, stop) => request.Headers.GetValues("adapty-customer-user-id").Single() == "broken"
            ? Task.FromResult(StubHandler.Response("""{"errors":[],"error_code":"odd_problem","status_code":422}""", 422))
            : new HttpMessageInvoker(adapty, disposeHandler: false).SendAsync(request, stop));

        var run = await RunAsync(network, "known\n\nunknown\r\nbroken\nknown\n");

        Assert.Equal(3, run.ExitCode);
        var lines = Lines();
        Assert.Equal(3, lines.Count);
        Assert.Equal("""{"customer_user_id":"unknown","profile":null}""", Assert.Single(lines, line => line.Contains("\"unknown\"", StringComparison.Ordinal)));
        using var refused = JsonDocument.Parse(Assert.Single(lines, line => line.Contains("\"broken\"", StringComparison.Ordinal)));
        Assert.Equal("odd_problem", refused.RootElement.GetProperty("error").GetProperty("code").GetString());
        Assert.NotEmpty(refused.RootElement.GetProperty("error").GetProperty("message").GetString()!);
        var found = Assert.Single(lines, line => line.StartsWith("""{"customer_user_id":"known","profile":{""", StringComparison.Ordinal));
        using var document = JsonDocument.Parse(found);
        var profile = AdaptyJson.Deserialize<Kiota.Models.Profile>(document.RootElement.GetProperty("profile").GetRawText());
        Assert.Equal(known.ProfileId, profile.ProfileId);
        Assert.True(profile.HasAccess("premium"));
        Assert.Contains("Exported 3 ids", run.Error, StringComparison.Ordinal);
        Assert.Contains("1 errors", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name,customer_user_id\nAnn,user-1\n\"Bob, Jr\",\"user-2\"\n", "customer_user_id", "user-1", "user-2")]
    [InlineData("\uFEFFcustomer_user_id\r\n\"with,comma\"\r\n\"with\"\"quote\"\r\n", "customer_user_id", "with,comma", "with\"quote")]
    [InlineData("profile_id\nd8533a10-bcce-4e33-8c9d-88b05ac56559", "profile_id", "d8533a10-bcce-4e33-8c9d-88b05ac56559")]
    [InlineData("user-1\na,b\nuser-1\n", "customer_user_id", "user-1", "a,b")]
    public async Task The_ids_come_from_the_column_of_a_CSV_or_from_lines(string input, string kind, params string[] ids)
    {
        Assert.Equal(0, (await RunAsync(null, input, "--demo")).ExitCode);

        Assert.Equal(ids.Order(StringComparer.Ordinal), Lines().Select(line => IdOf(line, kind)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_demo_answers_every_id_as_itself()
    {
        await RunAsync(null, "user-7\n", "--demo");

        using var line = JsonDocument.Parse(Assert.Single(Lines()));
        Assert.Equal("user-7", line.RootElement.GetProperty("profile").GetProperty("customer_user_id").GetString());
    }

    [Fact]
    public async Task Columns_are_a_CSV_of_access_levels()
    {
        using var adapty = new FakeAdapty();
        adapty.ApiKey = TestData.Key;
        adapty.AddProfile("a,b").WithLifetimeAccess("premium").WithAccessLevel("gold", new DateTimeOffset(2001, 2, 3, 4, 5, 6, TimeSpan.Zero));

        var run = await RunAsync(adapty, "customer_user_id\n\"a,b\"\nunknown\n", "--columns", "premium,gold", "--concurrency", "1");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            [
                "customer_user_id,premium,premium_expires_at,gold,gold_expires_at,error",
                "\"a,b\",true,never,false,2001-02-03T04:05:06Z,",
                "unknown,false,,false,,",
            ],
            Lines());
    }

    [Theory]
    [InlineData("user-1\n ü \n", "Line 2 of the input")]
    [InlineData("customer_user_id,x\nuser-1,1\n,2\nü,3\n", "Line 4 of the input")]
    public async Task A_bad_id_is_named_by_its_line(string input, string message)
    {
        var run = await RunAsync(null, input, "--demo");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("ü", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--shard", "16/16")]
    [InlineData("--shard", "-1/16")]
    [InlineData("--shard", "3")]
    [InlineData("--concurrency", "0")]
    [InlineData("--max-per-second", "0")]
    [InlineData("--columns", "premium,,gold")]
    public async Task A_bad_option_is_named(string option, string value)
    {
        var run = await RunAsync(null, "user-1\n", "--demo", option, value);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith($"adapty: {option} must be", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(OutputFile));
    }

    [Fact]
    public async Task Shards_are_all_ids_and_each_once()
    {
        var input = string.Concat(Enumerable.Range(0, 200).Select(number => $"user-{number}\n"));
        var all = new List<string>();
        for (var shard = 0; shard < 4; shard++)
        {
            await RunAsync(null, input, "--demo", "--shard", $"{shard}/4");
            Assert.InRange(Lines().Count, 20, 80);
            all.AddRange(Lines());
            File.Delete(OutputFile);
        }

        Assert.Equal(200, all.Select(line => IdOf(line)).Distinct().Count());
        Assert.Equal(200, all.Count);
    }

    [Fact]
    public async Task An_output_with_lines_is_not_overwritten()
    {
        await RunAsync(null, "user-1\n", "--demo");
        var before = await File.ReadAllTextAsync(OutputFile, Token);
        var run = await RunAsync(null, "user-2\n", "--demo");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--resume", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(OutputFile, Token));
    }

    [Theory]
    [InlineData]
    [InlineData("--columns", "premium")]
    public async Task Resuming_asks_nothing_twice_and_mends_a_torn_line(params string[] options)
    {
        const int Count = 20;
        var input = string.Concat(Enumerable.Range(0, Count).Select(number => $"user-{number}\n"));
        await RunAsync(null, input, ["--demo", .. options]);
        var whole = await File.ReadAllBytesAsync(OutputFile, Token);
        var lineBreaks = whole.Count(value => value == '\n');

        foreach (var length in Enumerable.Range(0, 40).Select(part => part * whole.Length / 39))
        {
            await File.WriteAllBytesAsync(OutputFile, whole[..length], Token);
            var done = Math.Max(0, whole.AsSpan(0, length).Count((byte)'\n') - (lineBreaks - Count));
            var asked = 0;
            using var demo = new FakeAdapty();
            demo.ApiKey = TestData.Key;
            var network = new StubHandler((request, stop) =>
            {
                Interlocked.Increment(ref asked);
                return new HttpMessageInvoker(demo, disposeHandler: false).SendAsync(request, stop);
            });

            Assert.Equal(0, (await RunAsync(network, input, ["--resume", .. options])).ExitCode);

            Assert.Equal(Count - done, asked);
            Assert.Equal(Enumerable.Range(0, Count).Select(number => $"user-{number}").Order(StringComparer.Ordinal), Lines().TakeLast(Count).Select(line => IdOf(line)).Order(StringComparer.Ordinal));
            Assert.Equal(lineBreaks, Lines().Count);
        }
    }

    [Theory]
    [InlineData("not an export\n")]
    [InlineData("{\"other\":\"user-1\"}\n")]
    [InlineData("customer_user_id,premium,premium_expires_at,error\nuser-1,true,never,\n")]
    public async Task An_output_of_something_else_is_refused_and_kept(string other)
    {
        await File.WriteAllTextAsync(OutputFile, other, Token);
        var run = await RunAsync(null, "user-1\n", "--demo", "--resume");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Line 1 of the output file", run.Error, StringComparison.Ordinal);
        Assert.Equal(other, await File.ReadAllTextAsync(OutputFile, Token));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_refused_key_ends_it(int status)
    {
        var network = StubHandler.Returning("{}", status);
        var run = await RunAsync(network, string.Concat(Enumerable.Repeat("user-1\nuser-2\nuser-3\n", 100).Select((text, index) => text.Replace("-", $"-{index}-", StringComparison.Ordinal))));

        Assert.Equal(3, run.ExitCode);
        Assert.Empty(Lines());
        Assert.InRange(network.Requests.Count, 1, 20);
    }

    [Fact]
    public async Task Standard_input_and_output_are_the_default()
    {
        using var process = Start([.. Export, "--demo"]);
        await process.StandardInput.WriteAsync("user-1\nuser-2\n");
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync(Token);
        var error = await process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);

        Assert.Equal(0, process.ExitCode);
        Assert.Equal(["user-1", "user-2"], output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => IdOf(line)).Order(StringComparer.Ordinal));
        Assert.StartsWith("Exported 2 ids", error, StringComparison.Ordinal);
    }

    /// <summary>With real processes.</summary>
    [Fact]
    public async Task Killed_50_times_and_resumed_the_lines_are_those_of_one_run()
    {
        const int Count = 12_000;
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}"));
        var random = new Random(seed);
        await File.WriteAllLinesAsync(InputFile, Enumerable.Range(0, Count).Select(number => $"user-{number}"), Token);
        string[] command = [.. Export, "--demo", "--input", InputFile, "--output", OutputFile, "--resume"];

        for (var kill = 0; kill < 50; kill++)
        {
            // Held back, so that no run ends the work.
            using var process = Start([.. command, "--max-per-second", "100"]);
            // One in five while it starts or reads the journal, the others while it asks or writes: counted in what it has written,
            // as a busy machine may take any time to start a process.
            if (kill % 5 == 0)
                await Task.Delay(random.Next(500), Token);
            else
                await UntilWrittenAsync(process, OutputLength() + random.Next(1, 8000));

            process.Kill();
            await process.WaitForExitAsync(Token);
        }

        var interrupted = File.Exists(OutputFile) ? Lines().Count : 0;
        using (var last = Start(command))
        {
            await last.StandardError.ReadToEndAsync(Token);
            await last.WaitForExitAsync(Token);
            Assert.Equal(0, last.ExitCode);
        }

        Assert.InRange(interrupted, 1, Count - 1);
        var resumed = await File.ReadAllLinesAsync(OutputFile, Token);
        File.Delete(OutputFile);
        using (var once = Start(command))
        {
            await once.StandardError.ReadToEndAsync(Token);
            await once.WaitForExitAsync(Token);
        }

        Assert.Equal(Count, resumed.Length);
        Assert.Equal((await File.ReadAllLinesAsync(OutputFile, Token)).Order(StringComparer.Ordinal), resumed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Progress_says_rate_share_time_left_and_refusals()
    {
        var clock = new FakeTimeProvider();
        var requests = 0;
        var last = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var network = new StubHandler(async (request, stop) =>
        {
            if (Interlocked.Increment(ref requests) == 1)
                return StubHandler.Response("{}", 429, headers: ("Retry-After", "0"));
            if (request.Headers.GetValues("adapty-customer-user-id").Single() == "user-3")
            {
                waiting.SetResult();
                await last.Task.WaitAsync(stop);
            }

            return StubHandler.Response(TestData.ProfileBody);
        });
        await File.WriteAllTextAsync(InputFile, "user-0\nuser-1\nuser-2\nuser-3\n", Token);
        var run = ToolRun.OfAsync(network, ToolRun.With(), [.. Export, "--input", InputFile, "--output", OutputFile, "--concurrency", "1"], clock, terminal: true);
        await waiting.Task.WaitAsync(Token);
        while (OutputLength() == 0 || Lines().Count < 3)
            await Task.Yield();
        clock.Advance(TimeSpan.FromSeconds(1));
        last.SetResult();
        var error = (await run).Error;

        Assert.Contains("3 ids, 3 a second, 100 %, 0 s left, 1 times too many requests (429)", error, StringComparison.Ordinal);
        Assert.EndsWith("Exported 4 ids in 1 s, 1 times too many requests (429).\n", error, StringComparison.Ordinal);
    }

    private static string IdOf(string line, string kind = "customer_user_id")
    {
        if (!line.StartsWith('{'))
            return line.Split(',')[0];
        using var document = JsonDocument.Parse(line);
        return document.RootElement.GetProperty(kind).GetString()!;
    }

    /// <summary>Until the output has this many bytes, or the process has ended.</summary>
    private async Task UntilWrittenAsync(Process process, long length)
    {
        while (OutputLength() < length && !process.HasExited)
            await Task.Delay(1, Token);
    }

    private static Process Start(string[] arguments)
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory);
        var tool = Path.Combine(Checkout.Root, "src", "Adapty.Kiota.Cli", "bin", framework.Parent!.Name, framework.Name, "adapty.dll");
        return Process.Start(new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [tool, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }

    private async Task<ToolRun> RunAsync(HttpMessageHandler? network, string input, params string[] options)
    {
        await File.WriteAllTextAsync(InputFile, input, Token);
        return await ToolRun.OfAsync(network, [.. Export, "--input", InputFile, "--output", OutputFile, .. options]);
    }

    private long OutputLength() => File.Exists(OutputFile) ? new FileInfo(OutputFile).Length : 0;

    private List<string> Lines()
    {
        using var file = new FileStream(OutputFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
