using System.Runtime.CompilerServices;
using Adapty.Kiota;
using Adapty.Kiota.Testing;
using Microsoft.Extensions.DependencyInjection;

Expect.True(!RuntimeFeature.IsDynamicCodeSupported);
// The package's targets leave the decoders of compressed responses out of a Native AOT app.
Expect.True(AppContext.TryGetSwitch("Adapty.Kiota.Decompression", out var decompresses) && !decompresses);

var fake = new FakeAdapty();
fake.AddProfile("user-42");
var services = new ServiceCollection();
services.AddAdapty(options => options.MaxRetries = 0).UseFakeAdapty(fake);
services.AddAdaptyProfileCache();
await using var provider = services.BuildServiceProvider();
var adapty = provider.GetRequiredService<AdaptyClient>();
var user = ProfileKey.ForCustomer("user-42");

Expect.True(!(await adapty.Profiles.GetAsync(user)).HasAccess("premium"));
Expect.True((await adapty.AccessLevels.GrantLifetimeAsync(user, "premium")).HasAccess("premium"));
Expect.True((await adapty.Profiles.GetAsync(user)).HasAccess("premium"));

var cache = provider.GetRequiredService<ProfileCache>();
Expect.True(await cache.HasAccessAsync(user, "premium"));
await adapty.AccessLevels.RevokeAsync(user, "premium");
Expect.True(await cache.HasAccessAsync(user, "premium"));
await cache.InvalidateAsync(user);
Expect.True(!await cache.HasAccessAsync(user, "premium"));

Console.WriteLine("granted, and premium");
