using System.Diagnostics.CodeAnalysis;
using System.Text;
using Adapty.Kiota.Json;
using Adapty.Kiota.Models;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Abstractions.Store;

namespace Adapty.Kiota.Calls;

/// <summary>
/// Kiota's interface, behind every generated builder: maps its members onto the <see cref="CallRunner"/>. Kiota's own adapter
/// reads through parse nodes, which turn unreadable values into nulls, and a null expiry is access for life; it also
/// brings 2.5 MB into a Native AOT program.
/// </summary>
internal sealed class RequestAdapter(CallRunner runner) : IRequestAdapter
{
    /// <summary>Fixed when the client is made: the API key belongs to one address.</summary>
    public string? BaseUrl
    {
        get => runner.BaseAddress.Text;
        set => throw new NotSupportedException($"The address is set by {nameof(AdaptyClientOptions)}.{nameof(AdaptyClientOptions.BaseAddress)}.");
    }

    public TimeProvider Clock => runner.Clock;

    public ISerializationWriterFactory SerializationWriterFactory { get; } = new RequestWriterFactory();

    /// <summary>What the areas use: an operation that always has a model in its response.</summary>
    public Task<T> SendAsync<T>(RequestInformation request, CancellationToken cancellationToken)
        where T : IParsable => SendAsync(request, ResponseJson.Reader<T>(), cancellationToken);

    public Task<T> SendAsync<T>(RequestInformation request, BodyReader<T> reader, CancellationToken cancellationToken)
        where T : IParsable => runner.RunAsync(request, reader, cancellationToken)!;

    /// <summary>The operations that respond with a profile wrap it.</summary>
    public Task<Profile> SendForProfileAsync(RequestInformation request, CancellationToken cancellationToken) =>
        SendAsync(request, static (body, response) => ResponseJson.Read<ProfileResponse>(body, response.Clock).Data!, cancellationToken);

    public Task<T?> SendAsync<T>(
        RequestInformation requestInfo,
        ParsableFactory<T> factory,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = null,
        CancellationToken cancellationToken = default)
        where T : IParsable => runner.RunAsync(requestInfo, ResponseJson.Reader<T>(), cancellationToken);

    public Task SendNoContentAsync(
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = null,
        CancellationToken cancellationToken = default) => runner.RunAsync<object>(requestInfo, null, cancellationToken);

    public Task<IEnumerable<T>?> SendCollectionAsync<T>(
        RequestInformation requestInfo,
        ParsableFactory<T> factory,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = null,
        CancellationToken cancellationToken = default)
        where T : IParsable => throw NotInTheApi();

    public async Task<T?> SendPrimitiveAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>(
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = null,
        CancellationToken cancellationToken = default)
    {
        if (typeof(T) == typeof(string))
            return (T?)(object?)await runner.RunAsync(requestInfo, ReadString, cancellationToken).ConfigureAwait(false);
        if (typeof(T) != typeof(Stream))
            throw NotInTheApi();
        // What the generator makes of a documented 200 without a body: there is nothing to read, whatever comes.
        var reader = Operations.Of(requestInfo).IgnoresBody ? null : (BodyReader<Stream>)ReadStream;
        return (T?)(object?)await runner.RunAsync(requestInfo, reader, cancellationToken).ConfigureAwait(false);
    }

    public Task<IEnumerable<T>?> SendPrimitiveCollectionAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>(
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = null,
        CancellationToken cancellationToken = default) => throw NotInTheApi();

    public async Task<T?> ConvertToNativeRequestAsync<T>(RequestInformation requestInfo, CancellationToken cancellationToken = default) =>
        await runner.CreateMessageAsync(requestInfo, cancellationToken).ConfigureAwait(false) is T message
            ? message
            : throw new NotSupportedException($"A request becomes an {nameof(HttpRequestMessage)}.");

    public void EnableBackingStore(IBackingStoreFactory backingStoreFactory) =>
        throw new NotSupportedException("Backing stores are process-wide in Kiota; the models are plain objects here.");

    private static string ReadString(ReadOnlySpan<byte> body, ApiResponse response) =>
        Encoding.UTF8.GetString(body.StartsWith("\uFEFF"u8) ? body[3..] : body);

    private static Stream ReadStream(ReadOnlySpan<byte> body, ApiResponse response) => new MemoryStream(body.ToArray(), writable: false);

    private static NotSupportedException NotInTheApi() => new(
        "No operation of Adapty's server-side API responds in this form: read the response with SendPrimitiveAsync<Stream> or <string>.");
}
