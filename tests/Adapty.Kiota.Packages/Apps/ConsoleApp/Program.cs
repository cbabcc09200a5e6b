using Adapty.Kiota;
using Adapty.Kiota.Models;
using Adapty.Kiota.Testing;

var fake = new FakeAdapty();
var expiry = fake.TimeProvider.GetUtcNow().AddDays(7);
fake.AddProfile("user-42").WithAccessLevel("premium", expiry).WithRevenue(9.99m);

using AdaptyClient adapty = fake.CreateClient();
Profile profile = await adapty.Profiles.GetAsync(ProfileKey.ForCustomer("user-42"));
Expect.True(profile.HasAccess("premium"));
Expect.True(profile.TotalRevenueUsd == 9.99m);

fake.Advance(TimeSpan.FromDays(8));
Expect.True(!profile.HasAccess("premium", fake.TimeProvider.GetUtcNow()));
Expect.True(await adapty.Profiles.FindAsync(ProfileKey.ForCustomer("user-43")) is null);

Console.WriteLine("premium for 7 days, then not");
