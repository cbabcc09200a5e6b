using Adapty.Kiota;
using Microsoft.Extensions.DependencyInjection;

// The smallest use of the SDK as a service has it: registration, one question, one answer. Its size and start are measured.
var services = new ServiceCollection();
services.AddAdapty(options =>
{
    options.ApiKey = "secret_live_smoke";
    options.BaseAddress = new Uri(args[0]);
});
await using var provider = services.BuildServiceProvider();

var profile = await provider.GetRequiredService<AdaptyClient>().Profiles.GetAsync(ProfileKey.ForCustomer("user-42"));
Console.WriteLine(profile.HasAccess("premium") ? "premium" : "nothing");

// The peak of this process's memory in kB, as Linux counts it.
var status = await File.ReadAllLinesAsync("/proc/self/status");
Console.WriteLine(Array.Find(status, line => line.StartsWith("VmHWM:", StringComparison.Ordinal))?.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2].TrimStart('\t'));
