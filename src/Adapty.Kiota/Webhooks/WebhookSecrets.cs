using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Adapty.Kiota.Webhooks;

/// <summary>
/// Compares the whole value of the Authorization header, as it is, with every secret. The time depends neither on where
/// they differ nor on their lengths, as hashes are compared.
/// </summary>
internal sealed class WebhookSecrets(IEnumerable<string> secrets)
{
    private readonly byte[][] _hashes = [.. secrets.Where(secret => !string.IsNullOrEmpty(secret)).Select(Hash)];

    public bool Match(string? authorizationHeader)
    {
        if (string.IsNullOrEmpty(authorizationHeader))
            return false;
        var hash = Hash(authorizationHeader);
        var found = false;
        foreach (var secret in _hashes)
            found |= CryptographicOperations.FixedTimeEquals(hash, secret);
        return found;
    }

    private static byte[] Hash(string text) => SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan()));
}
