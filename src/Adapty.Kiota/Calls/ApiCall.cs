using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using Adapty.Kiota.Errors;
using Adapty.Kiota.Json;
using Adapty.Kiota.Limits;
using Microsoft.Kiota.Abstractions;

namespace Adapty.Kiota.Calls;

/// <summary>One request and its response: the rules for what goes over the wire, and what comes of what comes back.</summary>
internal sealed class ApiCall : IDisposable
{
    private readonly RequestInformation _request;
    private readonly BaseAddress _baseAddress;
    private readonly AdaptyClientOptions _options;
    private readonly Connections _connections;
    private readonly CallOptions _callOptions;
    private readonly Uri _address;
    private byte[]? _body;
    private List<string>? _keysSent;
    private HttpRequestMessage? _message;
    private WireCount? _wire;
    private int _resent;

    private ApiCall(RequestInformation request, BaseAddress baseAddress, AdaptyClientOptions options, Connections connections)
    {
        _request = request;
        _baseAddress = baseAddress;
        _options = options;
        _connections = connections;
        _address = baseAddress.Of(request);
        _callOptions = CallOptions.Of(request);
        Operation = Operations.Of(request);
        Method = request.HttpMethod switch
        {
            Microsoft.Kiota.Abstractions.Method.GET => HttpMethod.Get,
            Microsoft.Kiota.Abstractions.Method.POST => HttpMethod.Post,
            Microsoft.Kiota.Abstractions.Method.PATCH => HttpMethod.Patch,
            Microsoft.Kiota.Abstractions.Method.DELETE => HttpMethod.Delete,
            var other => new HttpMethod(other.ToString()),
        };
    }

    public Operation Operation { get; }

    public HttpMethod Method { get; }

    public CallOptions Options => _callOptions;

    public RetryRule RetryRule =>
        Operation.MayBeMadeRepeatable && _options.RetrySetTransaction ? RetryRule.Repeatable : Operation.RetryRule;

    /// <summary>The status and the headers of the response that ended the call; null without one.</summary>
    public (int Status, HttpResponseHeaders Headers)? Response { get; private set; }

    /// <summary>How many messages were made to be sent.</summary>
    public int Messages { get; private set; }

    /// <summary>How often the request was on the wire: an application's handlers may send a message more than once.</summary>
    public int Attempts => Messages + _resent + ResentNow;

    /// <summary>Whether the option of the call forbids to try again after the last response.</summary>
    public bool IsRetryVetoed { get; private set; }

    public ErrorFactory Errors => new(Operation.Name, Attempts, new Redactor(Secrets()));

    private int ResentNow => Math.Max(0, (_wire?.Value ?? 0) - 1);

    /// <summary>Checks a request, and reads its body: it can be sent again.</summary>
    /// <exception cref="ArgumentException">The request breaks a rule of the API; the message names the path and the rule.</exception>
    public static async ValueTask<ApiCall> CreateAsync(
        RequestInformation request, BaseAddress baseAddress, AdaptyClientOptions options, Connections connections, CancellationToken cancellationToken)
    {
        var call = new ApiCall(request, baseAddress, options, connections);
        using var written = request.Content as RequestBody;
        RequestRules.Apply(request, written?.Model, call.Operation);
        call.CheckHeaders();
        call._body = request.Content is RequestBody body ? body.ToArray() : await ReadAsync(request.Content, cancellationToken).ConfigureAwait(false);
        return call;
    }

    /// <summary>A deletion that finds nothing is done, once an earlier attempt may have been carried out.</summary>
    public bool IsSuccess(AdaptyException failure) =>
        failure is AdaptyProfileNotFoundException && Attempts > 1 && Operation.NotFoundAfterRetryIsSuccess;

    /// <summary>Sends the request once, and reads the response.</summary>
    // What waits for the network is taken from a pool: with hundreds of calls at once, allocation is what they spend most on.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<T?> SendAsync<T>(BodyReader<T>? reader, CancellationToken cancellationToken)
    {
        Remember(_message);
        _message?.Dispose();
        _resent += ResentNow;
        Messages++;
        // One message is never sent twice: handlers may have changed it.
        _message = CreateMessage();
        using var response = await _connections.SendAsync(_message, _callOptions.WantsKiotaHandlers, cancellationToken).ConfigureAwait(false);
        var status = (int)response.StatusCode;
        if (response.RequestMessage is { RequestUri: { } responded } sent)
        {
            if (sent != _message)
                Remember(sent);
            if (!_baseAddress.IsSameOrigin(responded))
                throw await UnexpectedAsync(response, "the HTTP client followed a redirect to another host", cancellationToken).ConfigureAwait(false);
        }

        if (status >= 400)
            throw await RefusedAsync(response, cancellationToken).ConfigureAwait(false);
        if (Operation.SuccessStatus is { } expected ? status != expected : !response.IsSuccessStatusCode)
            throw await UnexpectedAsync(response, $"the operation responds with {Operation.SuccessStatus?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "2xx"}, and redirects are not followed", cancellationToken).ConfigureAwait(false);
        Response = (status, response.Headers);
        if (_callOptions.ResponseHandler is { } handler)
            return await handler.HandleResponseAsync<HttpResponseMessage, T>(response, null).ConfigureAwait(false);
        return reader is null ? default : await ReadAsync(response, reader, cancellationToken).ConfigureAwait(false);
    }

    public HttpRequestMessage CreateMessage()
    {
        var message = new HttpRequestMessage(Method, _address)
        {
            Version = _connections.Http.DefaultRequestVersion,
            VersionPolicy = _connections.Http.DefaultVersionPolicy,
            Content = _body is null ? null : new ByteArrayContent(_body),
        };
        message.Headers.TryAddWithoutValidation(HeaderNames.Authorization, "Api-Key " + _baseAddress.ApiKey);
        AddUserAgent(message.Headers);
        foreach (var (name, values) in _request.Headers)
        {
            // One client, one API key: another that a caller of the generated builders put there is not sent.
            if (!name.Equals(HeaderNames.Authorization, StringComparison.OrdinalIgnoreCase) && !message.Headers.TryAddWithoutValidation(name, values))
                message.Content?.Headers.TryAddWithoutValidation(name, values);
        }

        // As Kiota does it: for handlers.
        foreach (var option in _request.RequestOptions)
            message.Options.Set(new HttpRequestOptionsKey<IRequestOption>(option.GetType().FullName!), option);
        if (_connections.CountsOnTheWire)
            message.Options.Set(WireCount.Key, _wire = new WireCount());
        return message;
    }

    public void Dispose() => _message?.Dispose();

    private static async ValueTask<byte[]?> ReadAsync(Stream? content, CancellationToken cancellationToken)
    {
        if (content is null || content == Stream.Null)
            return null;

        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellationToken).ConfigureAwait(false);
        await content.DisposeAsync().ConfigureAwait(false);
        return copy.ToArray();
    }

    /// <summary>The SDK's product comes first; what the application says of itself, by the request or by default headers, is kept.</summary>
    private void AddUserAgent(HttpRequestHeaders headers)
    {
        if (_callOptions.UserAgent is { Enabled: false })
            return;

        headers.TryAddWithoutValidation(HeaderNames.UserAgent, Connections.UserAgent);
        if (!_request.Headers.ContainsKey(HeaderNames.UserAgent)
            && _connections.Http.DefaultRequestHeaders.NonValidated.TryGetValues(HeaderNames.UserAgent, out var defaults))
        {
            headers.TryAddWithoutValidation(HeaderNames.UserAgent, defaults);
        }
    }

    /// <summary>
    /// The headers of the request, and those that the HTTP client adds where the request has none: together they must name the
    /// user once, and nothing else that the API would read differently.
    /// </summary>
    private void CheckHeaders()
    {
        var ids = 0;
        foreach (var (name, values) in _request.Headers)
            ids += CheckHeader(name, values, "The header");
        foreach (var (name, values) in _connections.Http.DefaultRequestHeaders.NonValidated)
        {
            if (!_request.Headers.ContainsKey(name) && !name.Equals(HeaderNames.Authorization, StringComparison.OrdinalIgnoreCase)
                && !name.Equals(HeaderNames.UserAgent, StringComparison.OrdinalIgnoreCase))
            {
                ids += CheckHeader(name, values, "The HTTP client's default header");
            }
        }

        var rule = Operation.UserHeaders switch
        {
            UserHeaders.One when ids != 1 => "exactly one of",
            UserHeaders.OneOrBoth when ids is < 1 or > 2 => "one or both of",
            UserHeaders.None when ids != 0 => "neither of",
            _ => null,
        };
        if (rule is not null)
            throw new ArgumentException($"{Operation.Name} takes {rule} the headers {HeaderNames.CustomerUserId} and {HeaderNames.ProfileId}, and {ids} would be sent.");
    }

    /// <returns>How many ids of users the header holds.</returns>
    private static int CheckHeader(string name, IEnumerable<string> values, string what)
    {
        if (name.Equals("Host", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException("The host is that of the client's base address, and no header can name another.", nameof(name));

        var count = 0;
        foreach (var value in values)
        {
            if (HeaderValue.Problem(value) is { } problem)
                throw new ArgumentException($"{what} {name} {problem}.", nameof(name));
            count++;
        }

        return HeaderNames.IsPersonal(name) ? count : 0;
    }

    private async ValueTask<T> ReadAsync<T>(HttpResponseMessage response, BodyReader<T> reader, CancellationToken cancellationToken)
    {
        try
        {
            using var body = await ResponseBody.ReadAsync(response.Content, _options.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
            return Read(response, body.Bytes, reader);
        }
        catch (UnreadableBodyException exception)
        {
            throw Errors.Unreadable(response, exception.Message, exception.Path, []);
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
        IsRetryVetoed = _callOptions.Retry is { } retry && !retry.ShouldRetry(retry.Delay, Messages - 1, response);
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
        catch (Exception exception) when (exception is IOException or HttpRequestException or BodyTooLargeException or UnreadableBodyException or OperationCanceledException)
        {
            return default;
        }
    }

    /// <summary>What was really sent as the API key: a handler of the application's may have put another one there.</summary>
    private void Remember(HttpRequestMessage? message)
    {
        if (message is null || !message.Headers.NonValidated.TryGetValues(HeaderNames.Authorization, out var values))
            return;

        _keysSent ??= [];
        foreach (var value in values)
        {
            _keysSent.Add(value);
            _keysSent.Add(value[(value.LastIndexOf(' ') + 1)..]);
        }
    }

    /// <summary>What of this call must not be shown.</summary>
    private List<string> Secrets()
    {
        Remember(_message);
        List<string> secrets = [_baseAddress.ApiKey, .. _keysSent ?? []];
        foreach (var (name, values) in _request.Headers)
        {
            if (HeaderNames.IsPersonal(name))
                secrets.AddRange(values);
        }

        foreach (var (name, values) in _connections.Http.DefaultRequestHeaders.NonValidated)
        {
            if (HeaderNames.IsPersonal(name))
                secrets.AddRange(values);
        }

        if (_body is not null)
            secrets.AddRange(PersonalData.In(_body));
        return secrets;
    }
}

/// <summary>What a reader of bodies may want to know of the response beside its body.</summary>
internal readonly struct ApiResponse(ApiCall call, HttpResponseMessage response, TimeProvider clock)
{
    /// <summary>The client's clock.</summary>
    public TimeProvider Clock => clock;

    /// <summary>For a body that is readable by itself, but does not fit to what was read before.</summary>
    public AdaptyResponseException Unreadable(string problem, string path) => call.Errors.Unreadable(response, problem, path, []);
}
