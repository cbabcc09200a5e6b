namespace Adapty.Kiota.Tests.Contract.Suite;

/// <summary>Something that answers as Adapty does, or Adapty itself.</summary>
/// <param name="connect">Makes a client with a key.</param>
/// <param name="key">The key that is accepted.</param>
/// <param name="stop">Ends it.</param>
public sealed class AdaptyUnderTest(Func<string, AdaptyClient> connect, string key, Func<ValueTask> stop) : IAsyncDisposable
{
    /// <summary>A client whose key is accepted.</summary>
    public AdaptyClient Client { get; } = connect(key);

    /// <summary>The time there.</summary>
    public DateTimeOffset Now { get; init; } = World.Now;

    /// <summary>A user that is there.</summary>
    public ProfileKey Customer { get; init; } = ProfileKey.ForCustomer(World.Customer);

    /// <summary>The id of a user who is not there yet.</summary>
    public string NewCustomerId { get; init; } = World.NewCustomer;

    public ProfileKey NewCustomer => ProfileKey.ForCustomer(NewCustomerId);

    /// <summary>A user who never will be.</summary>
    public ProfileKey Nobody { get; init; } = ProfileKey.ForCustomer(World.UnknownCustomer);

    public AdaptyClient ConnectWith(string otherKey) => connect(otherKey);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await stop();
        }
        finally
        {
            Client.Dispose();
        }
    }
}
