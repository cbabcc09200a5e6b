using System.Security.Cryptography;
using System.Text;

namespace Adapty.Kiota.Caching;

/// <summary>
/// What users are called outside of this node's memory: hashes over the app and the id. The app's API key is part of them, so two
/// apps never share an entry, and nobody without the key finds out ids by trying them.
/// </summary>
internal sealed class ProfileNames(AdaptyClient client, string registration)
{
    private readonly byte[] _app = SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{registration}\n{client.Runner?.BaseAddress.Text}\n{client.Runner?.BaseAddress.ApiKey}"));

    /// <summary>The app, for the names of its channel and its deliveries.</summary>
    public string App => Convert.ToHexString(_app.AsSpan(0, 16));

    public string Of(ProfileKey key)
    {
        var id = key.Require(nameof(key));
        var bytes = new byte[_app.Length + 1 + Encoding.UTF8.GetByteCount(id)];
        _app.CopyTo(bytes, 0);
        bytes[_app.Length] = key.IsProfileId ? (byte)'p' : (byte)'c';
        Encoding.UTF8.GetBytes(id, bytes.AsSpan(_app.Length + 1));
        return Convert.ToHexString(SHA256.HashData(bytes));
    }
}
