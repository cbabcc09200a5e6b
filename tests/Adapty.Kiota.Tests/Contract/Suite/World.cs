namespace Adapty.Kiota.Tests.Contract.Suite;

/// <summary>The little world that the suite is played in: that of the spec's examples.</summary>
public static class World
{
    public const string Key = "secret_live_kTr4.zzTOPsecret";

    /// <summary>A user with a running subscription, an expired level and a one-time purchase.</summary>
    public const string Customer = "member-20417";

    public const string NewCustomer = "member-90001";
    public const string UnknownCustomer = "member-of-nothing";

    /// <summary>A profile that nobody has logged in to.</summary>
    public const string AnonymousProfile = "e8a4c1d7-2f96-4b03-9d58-60b7f3e1a2c9";

    public const string Product = "reader.yearly";
    public const string OneTimeProduct = "reader.font_pack";
    public const string StripeToken = "sub_9QxExampleReader01";
    public const string PaddleToken = "txn_01exampleexampleexample01";

    /// <summary>The only access level that every app has.</summary>
    public const string AccessLevel = "premium";

    public static readonly DateTimeOffset Now = new(2031, 3, 10, 12, 0, 0, TimeSpan.Zero);
}
