using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using Adapty.Kiota.Json;

namespace Adapty.Kiota.Calls;

/// <summary>
/// Compressed responses: the SDK asks for none, but an application's default headers may, and a handler that decompresses
/// removes the header that is looked at here.
/// </summary>
internal static class Decompression
{
    private const int LongestName = 20;

    /// <summary>
    /// Decoders are a good part of a megabyte in a Native AOT program, so there an application that asks for compressed responses
    /// asks for them, too: <c>&lt;AdaptyKiotaDecompression&gt;true&lt;/AdaptyKiotaDecompression&gt;</c> in its project.
    /// </summary>
    [FeatureSwitchDefinition("Adapty.Kiota.Decompression")]
    private static bool IsSupported => !AppContext.TryGetSwitch("Adapty.Kiota.Decompression", out var isOn) || isOn;

    /// <summary>A stream over what the body says without its encodings; the last of them was applied last.</summary>
    /// <exception cref="UnreadableBodyException">An encoding is not known.</exception>
    public static Stream Decode(byte[] body, int length, string[] encodings)
    {
        if (!IsSupported)
            throw new UnreadableBodyException("it is compressed, and this program is built without decoders (see AdaptyKiotaDecompression in the README)", null);

        Stream decoded = new MemoryStream(body, 0, length, writable: false);
        for (var index = encodings.Length - 1; index >= 0; index--)
            decoded = Decode(decoded, encodings[index].ToLowerInvariant(), length > 0 && (body[0] & 0x0F) == 8);
        return decoded;
    }

    private static Stream Decode(Stream body, string encoding, bool hasZLibHeader) => encoding switch
    {
        "gzip" or "x-gzip" => new GZipStream(body, CompressionMode.Decompress),
        // Some servers leave out the header that the standard asks for.
        "deflate" when hasZLibHeader => new ZLibStream(body, CompressionMode.Decompress),
        "deflate" => new DeflateStream(body, CompressionMode.Decompress),
        "identity" => body,
        "br" => new BrotliStream(body, CompressionMode.Decompress),
        // A server may have put anything there.
        _ when encoding.Length <= LongestName && encoding.All(char.IsAsciiLetterOrDigit) => throw new UnreadableBodyException($"its encoding is {encoding}, which is not known here", null),
        _ => throw new UnreadableBodyException("its encoding is not known here", null),
    };
}
