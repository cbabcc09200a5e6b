using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Adapty.Kiota.Benchmarks.Bodies;

/// <summary>Kestrel in a process of its own, so that its work is not counted as the client's.</summary>
internal sealed class ServerProcess : IDisposable
{
    public const string Argument = "--server";

    private readonly Process _process;

    private ServerProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>Starts this program again as a server; it ends when its standard input does.</summary>
    public static async Task<ServerProcess> StartAsync()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, $"\"{typeof(ServerProcess).Assembly.Location}\" {Argument}")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        // Run by its own executable, the program needs no name; run by "dotnet", it does.
        if (!Path.GetFileNameWithoutExtension(Environment.ProcessPath!).Equals("dotnet", StringComparison.OrdinalIgnoreCase))
            start.Arguments = Argument;
        var process = Process.Start(start)!;
        return new ServerProcess(process, new Uri((await process.StandardOutput.ReadLineAsync())!));
    }

    /// <summary>What the other process does. The path names the body.</summary>
    public static async Task ServeAsync()
    {
        var bodies = SampleBodies.All.ToDictionary(body => body.Name, body => body.Bytes, StringComparer.Ordinal);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.Run(async context =>
        {
            var body = bodies[context.Request.Path.Value!.Split('/')[1]];
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body);
        });
        await app.StartAsync();
        Console.WriteLine(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        await Console.In.ReadToEndAsync();
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
