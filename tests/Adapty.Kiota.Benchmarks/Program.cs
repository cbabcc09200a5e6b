using Adapty.Kiota.Benchmarks.Bodies;
using Adapty.Kiota.Benchmarks.Quick;
using BenchmarkDotNet.Running;

if (args is [ServerProcess.Argument])
{
    await ServerProcess.ServeAsync();
    return 0;
}

if (args is ["--quick"])
    return await new QuickRun().RunAsync();

if (args is ["--callers"])
{
    using var server = await ServerProcess.StartAsync();
    await Callers.RunAsync(server, rounds: 9);
    return 0;
}

BenchmarkSwitcher.FromAssembly(typeof(QuickRun).Assembly).Run(args);
return 0;
