using System.Net.Http.Headers;
using Adapty.Kiota.Errors;
using Adapty.Kiota.Json;
using Microsoft.Kiota.Abstractions;

namespace Adapty.Kiota.Calls;

/// <summary>One request and its response: the rules for what goes over the wire, and what comes of what comes back.</summary>
internal sealed class ApiCall : IDisposable
{
    private readonly RequestInformation _request;
    private readonly Uri _address;
    private readonly BaseAddress _baseAddress;
    private readonly AdaptyClientOptions _options;
    private readonly byte[]? _body;
    private HttpRequestMessage? _message;

    private ApiCall(RequestInformation request, Uri address, BaseAddress baseAddress, AdaptyClientOptions options, byte[]? body)
    {
        _request = request;
        _address = address;
        _baseAddress = baseAddress;
        _options = options;
        _body = body;
        Operation = Operation.Of(request);
        Method = MethodOf(request);
    }

    public Operation Operation { get; }

    public HttpMethod Method { get; }

    public RetryRule RetryRule =>
        Operation.IsSetTransaction && _options.RetrySetTransaction ? RetryRule.Repeatable : Operation.RetryRule;

    /// <summary>The headers of the response that ended the call.</summary>
    public HttpResponseHeaders? ResponseHeaders { get; private set; }

    /// <summary>How many messages were made to be sent.</summary>
    public int Attempts { get; private set; }

    public ErrorFactory Errors => new(Operation.Name, Attempts, CreateRedactor());

    /// <summary>Checks a request, and reads its body: it can be sent again.</summary>
    public static async ValueTask<ApiCall> CreateAsync(
        RequestInformation request, BaseAddress baseAddress, AdaptyClientOptions options, CancellationToken cancellationToken)
    {
        CheckHeaders(request);
        var address = baseAddress.Of(request);
        var body = await BodyOfAsync(request, cancellationToken).ConfigureAwait(false);
        var call = new ApiCall(request, address, baseAddress, options, body);
        // Without an idempotency key of the caller's, a retry of a request from the generated builders would credit twice.
        if (call.Operation.RetryRule == RetryRule.IdempotencyKey && !request.Headers.ContainsKey(HeaderNames.IdempotencyKey))
            request.Headers.Add(HeaderNames.IdempotencyKey, Guid.NewGuid().ToString());
        return call;
    }

    /// <summary>A deletion that finds nothing is done, once an earlier attempt may have been carried out.</summary>
    public bool IsSuccess(AdaptyException failure) =>
        failure is AdaptyProfileNotFoundException && Attempts > 1 && Operation.NotFoundAfterRetryIsSuccess;

    /// <summary>Sends the request once, and reads the response.</summary>
    public async ValueTask<T?> SendAsync<T>(HttpClient http, BodyReader<T>? reader, CancellationToken cancellationToken)
    {
        Attempts++;
        _message?.Dispose();
        // One message is never sent twice: handlers may have changed it.
        _message = CreateMessage(http);
        using var response = await http.SendAsync(_message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        var status = (int)response.StatusCode;
        if (response.RequestMessage?.RequestUri is { } responded && !_baseAddress.IsSameOrigin(responded))
            throw await UnexpectedAsync(response, "the HTTP client followed a redirect to another host", cancellationToken).ConfigureAwait(false);
        if (status >= 400)
            throw await RefusedAsync(response, cancellationToken).ConfigureAwait(false);
        if (status != Operation.SuccessStatus)
            throw await UnexpectedAsync(response, $"the operation responds with {Operation.SuccessStatus}, and redirects are not followed", cancellationToken).ConfigureAwait(false);
        ResponseHeaders = response.Headers;
        return reader is null ? default : await ReadAsync(response, reader, cancellationToken).ConfigureAwait(false);
    }

    public HttpRequestMessage CreateMessage(HttpClient http)
    {
        var message = new HttpRequestMessage(Method, _address)
        {
            Version = http.DefaultRequestVersion,
            VersionPolicy = http.DefaultVersionPolicy,
            Content = _body is null ? null : new ByteArrayContent(_body),
        };
        message.Headers.TryAddWithoutValidation(HeaderNames.Authorization, "Api-Key " + _baseAddress.ApiKey);
        foreach (var (name, values) in _request.Headers)
        {
            // One client, one API key: another that a caller of the generated builders put there is not sent.
            if (!name.Equals(HeaderNames.Authorization, StringComparison.OrdinalIgnoreCase) && !message.Headers.TryAddWithoutValidation(name, values))
                message.Content?.Headers.TryAddWithoutValidation(name, values);
        }

        // As Kiota does it: for handlers.
        foreach (var option in _request.RequestOptions)
            message.Options.Set(new HttpRequestOptionsKey<IRequestOption>(option.GetType().FullName!), option);
        return message;
    }

    public void Dispose() => _message?.Dispose();

    private static void CheckHeaders(RequestInformation request)
    {
        foreach (var (name, values) in request.Headers)
        {
            if (name.Equals("Host", StringComparison.OrdinalIgnoreCase))
                throw new ArgumentException("The host is that of the client's base address, and no header can name another.", nameof(request));
            foreach (var value in values)
            {
                if (HeaderValue.Problem(value) is { } problem)
                    throw new ArgumentException($"The header {name} {problem}.", nameof(request));
            }
        }
    }

    private static async ValueTask<byte[]?> BodyOfAsync(RequestInformation request, CancellationToken cancellationToken)
    {
        if (request.Content is not { } content || content == Stream.Null)
            return null;
        if (content is RequestBody written)
            return written.Bytes;

        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellationToken).ConfigureAwait(false);
        await content.DisposeAsync().ConfigureAwait(false);
        return copy.ToArray();
    }

    private async ValueTask<T> ReadAsync<T>(HttpResponseMessage response, BodyReader<T> reader, CancellationToken cancellationToken)
    {
        try
        {
            using var body = await ResponseBody.ReadAsync(response.Content, _options.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
            return Read(response, body.Bytes, reader);
        }
        catch (BodyTooLargeException)
        {
            throw Errors.Unreadable(response, $"it is larger than {nameof(_options.MaxResponseBytes)} ({_options.MaxResponseBytes})", null, []);
        }
    }

    private T Read<T>(HttpResponseMessage response, ReadOnlySpan<byte> body, BodyReader<T> reader)
    {
        try
        {
            return reader(body, new ApiResponse(this, response, _options.TimeProvider));
        }
        catch (UnreadableBodyException exception)
        {
            throw Errors.Unreadable(response, exception.Message, exception.Path, body);
        }
    }

    private async Task<AdaptyException> RefusedAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using var body = await TryReadAsync(response, cancellationToken).ConfigureAwait(false);
        return Errors.Refused(response, body.Bytes.ToArray(), Retries.RetryAfter(response, _options.TimeProvider));
    }

    private async Task<AdaptyException> UnexpectedAsync(HttpResponseMessage response, string problem, CancellationToken cancellationToken)
    {
        using var body = await TryReadAsync(response, cancellationToken).ConfigureAwait(false);
        return Errors.Unreadable(response, problem, null, body.Bytes);
    }

    /// <summary>The body of a response whose status already says that it failed: worth having, but no reason to fail otherwise.</summary>
    private async Task<ResponseBody> TryReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await ResponseBody.ReadAsync(response.Content, _options.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or BodyTooLargeException or OperationCanceledException)
        {
            return default;
        }
    }

    /// <summary>Knows what of this call must not be shown.</summary>
    private Redactor CreateRedactor()
    {
        List<string> secrets = [_baseAddress.ApiKey];
        foreach (var (name, values) in _request.Headers)
        {
            if (HeaderNames.IsPersonal(name))
                secrets.AddRange(values);
        }

        return new Redactor(_body is null ? secrets : secrets.Concat(PersonalData.In(_body)));
    }

    private static HttpMethod MethodOf(RequestInformation request) => request.HttpMethod switch
    {
        Microsoft.Kiota.Abstractions.Method.GET => HttpMethod.Get,
        Microsoft.Kiota.Abstractions.Method.POST => HttpMethod.Post,
        Microsoft.Kiota.Abstractions.Method.PUT => HttpMethod.Put,
        Microsoft.Kiota.Abstractions.Method.PATCH => HttpMethod.Patch,
        Microsoft.Kiota.Abstractions.Method.DELETE => HttpMethod.Delete,
        var method => throw new NotSupportedException($"{method} is no method of Adapty's server-side API."),
    };
}

/// <summary>What a reader of bodies may want to know of the response beside its body.</summary>
internal readonly struct ApiResponse(ApiCall call, HttpResponseMessage response, TimeProvider clock)
{
    /// <summary>The client's clock.</summary>
    public TimeProvider Clock => clock;

    /// <summary>For a body that is readable by itself, but does not fit to what was read before.</summary>
    public AdaptyResponseException Unreadable(string problem, string path) => call.Errors.Unreadable(response, problem, path, []);
}
