using System.Diagnostics;
using Adapty.Kiota.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Adapty.Kiota.Tests.Cli;

/// <summary>The built executable, as a process: what only shows there.</summary>
public sealed class ProcessTests
{
    private static readonly string[] Demo = ["profile", "get", "--customer-user-id", "user-42", "--demo"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_demo_runs_without_key_and_network()
    {
        using var process = Start(Demo);
        var output = await process.StandardOutput.ReadToEndAsync(Token);
        var error = await process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);

        Assert.Equal("", error);
        Assert.Equal(0, process.ExitCode);
        Assert.Contains("premium  active  for life", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
    }

    [Fact]
    public async Task The_json_passes_a_pipe_byte_for_byte()
    {
        using var process = Start([.. Demo, "--json"]);
        using var output = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(output, Token);
        await process.WaitForExitAsync(Token);

        Assert.Equal(System.Text.Encoding.UTF8.GetBytes(TestData.ProfileBody), output.ToArray());
    }

    [Fact]
    public async Task The_version_is_the_packages()
    {
        using var process = Start(["--version"]);
        var output = await process.StandardOutput.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);

        Assert.Matches(@"^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?\s*$", output);
    }

    [Fact]
    public async Task A_reader_that_has_gone_is_no_error()
    {
        using var process = Start(Demo);
        process.StandardOutput.Close();
        var error = await process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);

        Assert.Equal("", error);
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public async Task A_list_ends_when_its_reader_has_gone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There the tool does not learn that the reader has gone.");
        var gone = new TaskCompletionSource();
        await using var server = await RecordingServer.StartAsync(async context =>
        {
            var page = context.Request.Query["page[number]"].ToString();
            if (page != "1")
                await gone.Task.WaitAsync(context.RequestAborted);
            context.Response.ContentType = "application/json";
            const string Body = """{"data":[{"paywall_id":"p"}],"meta":{"pagination":{"count":99,"page":PAGE,"pages":99}}}""";
            await context.Response.WriteAsync(Body.Replace("PAGE", page, StringComparison.Ordinal));
        });
        using var process = Start(["paywall", "list"], ("ADAPTY_API_KEY", TestData.Key), ("ADAPTY_BASE_ADDRESS", $"{server.Address}"));

        Assert.StartsWith("PAYWALL ID", await process.StandardOutput.ReadLineAsync(Token), StringComparison.Ordinal);
        process.StandardOutput.Close();
        gone.SetResult();
        var error = await process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);

        Assert.Equal("", error);
        Assert.Equal(0, process.ExitCode);
        Assert.InRange(server.Requests.Count, 1, 2);
    }

    [Theory]
    [InlineData(1, "access", "check", "plus", "--customer-user-id", "user-42", "--demo")]
    [InlineData(0, "access", "check", "premium", "--customer-user-id", "user-42", "--demo")]
    public async Task A_reader_that_has_gone_does_not_change_the_exit_code(int exitCode, params string[] arguments)
    {
        using var process = Start(arguments);
        process.StandardOutput.Close();
        var error = await process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);

        Assert.Equal("", error);
        Assert.Equal(exitCode, process.ExitCode);
    }

    [Fact]
    public async Task Ctrl_C_ends_a_call_that_waits()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no signal to send to one process alone.");
        var (received, aborted) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var server = await RecordingServer.StartAsync(async context =>
        {
            context.RequestAborted.Register(aborted.SetResult);
            received.SetResult();
            await aborted.Task;
        });
        using var process = Start(
            ["profile", "get", "--customer-user-id", TestData.CustomerId],
            ("ADAPTY_API_KEY", TestData.Key),
            ("ADAPTY_BASE_ADDRESS", $"{server.Address}"));
        await received.Task.WaitAsync(Token);

        using (var kill = Process.Start("sh", ["-c", $"kill -INT {process.Id}"]))
            await kill.WaitForExitAsync(Token);
        await aborted.Task.WaitAsync(Token);
        var output = await process.StandardOutput.ReadToEndAsync(Token) + await process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);

        Assert.Equal("", output);
        Assert.Equal(130, process.ExitCode);
        Assert.Single(server.Requests);
    }

    /// <summary>
    /// The tool in its own output folder: beside the tests it would lack what ASP.NET Core's framework has for them.
    /// </summary>
    private static string Tool
    {
        get
        {
            var framework = new DirectoryInfo(AppContext.BaseDirectory);
            return Path.Combine(Checkout.Root, "src", "Adapty.Kiota.Cli", "bin", framework.Parent!.Name, framework.Name, "adapty.dll");
        }
    }

    private static Process Start(string[] arguments, params (string Name, string Value)[] environment)
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        // A script's job in the background ignores SIGINT, and so does every process under it. Here env ends that.
        string[] command = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", dotnet] : [dotnet];
        var start = new ProcessStartInfo(command[0], [.. command[1..], Tool, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("ADAPTY_API_KEY");
        start.Environment.Remove("ADAPTY_BASE_ADDRESS");
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
