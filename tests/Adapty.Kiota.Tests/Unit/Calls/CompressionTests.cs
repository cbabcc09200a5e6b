using System.IO.Compression;
using System.Net;
using System.Text;
using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Unit.Calls;

/// <summary>Responses that are compressed, because an application's default headers ask for it.</summary>
public sealed class CompressionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Encodings => ["gzip", "GZIP", "x-gzip", "deflate", "raw deflate", "br", "identity", "br, gzip"];

    private static byte[] Encode(string encoding, byte[] body)
    {
        foreach (var one in encoding.Split(", "))
        {
            using var encoded = new MemoryStream();
            using (Stream stream = one.ToLowerInvariant() switch
            {
                "gzip" or "x-gzip" => new GZipStream(encoded, CompressionLevel.Fastest, leaveOpen: true),
                "deflate" => new ZLibStream(encoded, CompressionLevel.Fastest, leaveOpen: true),
                "raw deflate" => new DeflateStream(encoded, CompressionLevel.Fastest, leaveOpen: true),
                "br" => new BrotliStream(encoded, CompressionLevel.Fastest, leaveOpen: true),
                _ => new BufferedStream(new MemoryStream()),
            })
            {
                stream.Write(body);
            }

            body = one == "identity" ? body : encoded.ToArray();
        }

        return body;
    }

    private static AdaptyClient Client(string encoding, byte[] body, int status = 200, int limit = 16 * 1024 * 1024) => new StubHandler(_ =>
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(body) };
        foreach (var one in encoding.Split(", "))
            response.Content.Headers.ContentEncoding.Add(one.Replace("raw ", "", StringComparison.Ordinal));
        return response;
    }).Client(options => options.MaxResponseBytes = limit);

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task A_success_and_a_refusal_are_read(string encoding)
    {
        using var client = Client(encoding, Encode(encoding, Encoding.UTF8.GetBytes(TestData.ProfileBody)));
        using var refusing = Client(encoding, Encode(encoding, """{"error_code":"profile_does_not_exist","errors":[]}"""u8.ToArray()), 404);

        Assert.Equal("d8533a10-bcce-4e33-8c9d-88b05ac56559", (await client.Profiles.GetAsync(TestData.Customer, Token)).ProfileId);
        var exception = await Assert.ThrowsAsync<AdaptyProfileNotFoundException>(() => refusing.Profiles.GetAsync(TestData.Customer, Token));
        Assert.Contains("profile_does_not_exist", exception.BodyExcerpt!, StringComparison.Ordinal);
    }

    /// <summary>A megabyte of zeros is a kilobyte on the wire: what comes out counts.</summary>
    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    [InlineData("gzip, gzip")]
    public async Task What_comes_out_is_held_to_the_limit(string encoding)
    {
        var body = Encode(encoding, new byte[1024 * 1024]);
        Assert.True(body.Length < 100_000);
        using var client = Client(encoding, body, limit: 500_000);
        using var refusing = Client(encoding, body, status: 500, limit: 500_000);

        var exception = await Assert.ThrowsAsync<AdaptyResponseException>(() => client.Profiles.GetAsync(TestData.Customer, Token));

        Assert.Contains("MaxResponseBytes (500000)", exception.Message, StringComparison.Ordinal);
        Assert.Null((await Assert.ThrowsAsync<AdaptyServerException>(() => refusing.Profiles.GetAsync(TestData.Customer, Token))).BodyExcerpt);
    }

    [Theory]
    [InlineData("zstd", "its encoding is zstd, which is not known")]
    [InlineData("s3cr3t and more than a name", "its encoding is not known")]
    public async Task An_encoding_that_nobody_can_read_is_named(string encoding, string words)
    {
        var response = new HttpResponseMessage { Content = new ByteArrayContent([1, 2, 3]) };
        response.Content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
        using var client = new StubHandler(_ => response).Client();

        var exception = await Assert.ThrowsAsync<AdaptyResponseException>(() => client.Profiles.GetAsync(TestData.Customer, Token));

        Assert.Contains(words, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", exception.Message, StringComparison.Ordinal);
        Assert.Equal(200, exception.StatusCode);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task A_body_that_is_not_what_its_encoding_says_is_unreadable(string encoding)
    {
        var whole = Encode(encoding, Encoding.UTF8.GetBytes(TestData.ProfileBody));
        foreach (var body in (byte[][])[[.. Encoding.UTF8.GetBytes(TestData.ProfileBody)], whole[..(whole.Length / 2)], [0, 255, 0, 255, 7, 7]])
        {
            using var client = Client(encoding, body);
            using var refusing = Client(encoding, body, status: 503);

            await Assert.ThrowsAsync<AdaptyResponseException>(() => client.Profiles.GetAsync(TestData.Customer, Token));
            await Assert.ThrowsAsync<AdaptyServerException>(() => refusing.Profiles.GetAsync(TestData.Customer, Token));
        }
    }
}
