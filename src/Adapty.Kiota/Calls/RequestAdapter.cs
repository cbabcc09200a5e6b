using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization.Metadata;
using Adapty.Kiota.Errors;
using Adapty.Kiota.Json;
using Adapty.Kiota.Models;
using Adapty.Kiota.Telemetry;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Abstractions.Store;

namespace Adapty.Kiota.Calls;

/// <summary>
/// What stands behind every generated builder: sending, time limits, retries, errors and strict reading. Kiota's own way
/// through its parse nodes turns unreadable answers into nulls, and a null expiry is access for life; its adapter also brings
/// handlers, decompression and regular expressions into every program, a megabyte of a Native AOT one.
/// </summary>
internal sealed class RequestAdapter : IRequestAdapter
{
    private readonly AdaptyClientOptions _options;
    private readonly HttpClient _http;
    private readonly Func<double> _jitter;
    private readonly CallObserver _observer;
    private readonly RequestAddresses _addresses;
    private readonly KeyHeader _key;

    public RequestAdapter(AdaptyClientOptions options, HttpClient http, Func<double>? jitter = null)
    {
        _options = options;
        _http = http;
        _jitter = jitter ?? Random.Shared.NextDouble;
        _observer = new CallObserver(options.BaseAddress, options.TimeProvider, options.LoggerFactory?.CreateLogger(Instruments.Name) ?? NullLogger.Instance);
        _addresses = new RequestAddresses(options.BaseAddress);
        _key = new KeyHeader(options.ApiKey!, options.BaseAddress);
    }

    /// <summary>Fixed when the client is made: the key belongs to one address.</summary>
    public string? BaseUrl
    {
        get => _addresses.BaseUrl;
        set => throw new NotSupportedException($"The address is set by {nameof(AdaptyClientOptions)}.{nameof(AdaptyClientOptions.BaseAddress)}.");
    }

    public ISerializationWriterFactory SerializationWriterFactory { get; } = new RequestWriterFactory();

    public Task<T?> SendAsync<T>(
        RequestInformation requestInfo,
        ParsableFactory<T> factory,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = null,
        CancellationToken cancellationToken = default)
        where T : IParsable => ExecuteAsync(requestInfo, AdaptyJson.TypeInfo<T>(), cancellationToken);

    public Task SendNoContentAsync(
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = null,
        CancellationToken cancellationToken = default) => ExecuteAsync<object>(requestInfo, null, cancellationToken);

    /// <summary>The operations that answer with a profile wrap it.</summary>
    public async Task<Profile> SendForProfileAsync(RequestInformation request, CancellationToken cancellationToken)
    {
        var response = await SendAsync(request, ProfileResponse.CreateFromDiscriminatorValue, null, cancellationToken).ConfigureAwait(false);
        return response!.Data!;
    }

    public Task<IEnumerable<T>?> SendCollectionAsync<T>(
        RequestInformation requestInfo,
        ParsableFactory<T> factory,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = null,
        CancellationToken cancellationToken = default)
        where T : IParsable => throw NotInTheApi();

    public Task<T?> SendPrimitiveAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>(
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = null,
        CancellationToken cancellationToken = default) =>
        // What the generator makes of a documented 200 without a body: there is nothing to read, whatever comes.
        typeof(T) == typeof(Stream) ? ExecuteAsync<T>(requestInfo, null, cancellationToken) : throw NotInTheApi();

    public Task<IEnumerable<T>?> SendPrimitiveCollectionAsync<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>(
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = null,
        CancellationToken cancellationToken = default) => throw NotInTheApi();

    public async Task<T?> ConvertToNativeRequestAsync<T>(RequestInformation requestInfo, CancellationToken cancellationToken = default) =>
        (await PrepareAsync(requestInfo, cancellationToken).ConfigureAwait(false)).CreateMessage(_http, _key) is T message
            ? message
            : throw new NotSupportedException($"A request becomes an {nameof(HttpRequestMessage)}.");

    public void EnableBackingStore(IBackingStoreFactory backingStoreFactory) =>
        throw new NotSupportedException("Backing stores are process-wide in Kiota; the models are plain objects here.");

    private static NotSupportedException NotInTheApi() => new("No operation of Adapty's server-side API answers in this form.");

    private async Task<T?> ExecuteAsync<T>(RequestInformation request, JsonTypeInfo<T>? typeInfo, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var call = await PrepareAsync(request, cancellationToken).ConfigureAwait(false);
        var start = _options.TimeProvider.GetTimestamp();
        var span = _observer.Begin(call);
        T? answer;
        try
        {
            answer = await AttemptUntilDoneAsync(call, typeInfo, span, start, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            _observer.End(span, call, start, failure);
            throw;
        }

        _observer.End(span, call, start, failure: null);
        if (_options.OnResponse is { } hook && call.AnswerHeaders is { } headers)
            hook(new AdaptyResponseInfo(call.Operation.Name, call.Operation.SuccessStatus, call.Attempts, headers));
        return answer;
    }

    private async ValueTask<T?> AttemptUntilDoneAsync<T>(ApiCall call, JsonTypeInfo<T>? typeInfo, Activity? span, long start, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                var answer = await AttemptAsync(call, typeInfo, Remaining(start), cancellationToken).ConfigureAwait(false);
                CallObserver.Attempted(span, call, failure: null);
                return answer;
            }
            catch (AdaptyException failure)
            {
                CallObserver.Attempted(span, call, failure);
                // The body of a refusal may have been what the caller did not want to wait for.
                cancellationToken.ThrowIfCancellationRequested();
                if (failure is AdaptyProfileNotFoundException && call is { Attempts: > 1, Operation.IsDoneWhenNotFoundAgain: true })
                    return default;
                if (call.Attempts > _options.MaxRetries || !RetryPolicy.MayRetry(RuleOf(call.Operation), failure))
                    throw;

                var wait = (failure as AdaptyApiException)?.RetryAfter ?? Backoff.After(call.Attempts, _jitter());
                // Waiting less than was asked for would fail again, and waiting longer than the caller allows helps nobody.
                if (wait >= Remaining(start))
                    throw;
                _observer.Retrying(call, failure, wait);
                await Task.Delay(wait, _options.TimeProvider, cancellationToken).ConfigureAwait(false);
                // A wait can take longer than it should: a machine that slept, or has too much to do.
                if (Remaining(start) <= TimeSpan.Zero)
                    throw;
            }
        }
    }

    private RetryRule RuleOf(Operation operation) =>
        operation.IsSetTransaction && _options.RetrySetTransaction ? RetryRule.Repeatable : operation.RetryRule;

    private TimeSpan Remaining(long start) => _options.Timeout - _options.TimeProvider.GetElapsedTime(start);

    private async ValueTask<ApiCall> PrepareAsync(RequestInformation request, CancellationToken cancellationToken)
    {
        CheckHeaders(request);
        var address = _addresses.Of(request);
        _key.RequireOwnPlace(address);
        var operation = Operation.Of(request);
        // Without a key of the caller's, a retry of a request from the generated builders would credit twice.
        if (operation.RetryRule == RetryRule.IdempotencyKey && !request.Headers.ContainsKey(HeaderNames.IdempotencyKey))
            request.Headers.Add(HeaderNames.IdempotencyKey, Guid.NewGuid().ToString());

        byte[]? body = null;
        if (request.Content is { } content && content != Stream.Null)
        {
            using var copy = new MemoryStream();
            await content.CopyToAsync(copy, cancellationToken).ConfigureAwait(false);
            await content.DisposeAsync().ConfigureAwait(false);
            body = copy.ToArray();
        }

        return new ApiCall(operation, request, address, body);
    }

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

    /// <summary>One request and its answer. Throws the family's exceptions, and cancellation by the caller.</summary>
    private async ValueTask<T?> AttemptAsync<T>(ApiCall call, JsonTypeInfo<T>? typeInfo, TimeSpan remaining, CancellationToken cancellationToken)
    {
        var wholeCallIsShorter = remaining < _options.AttemptTimeout;
        using var timer = new CancellationTokenSource(wholeCallIsShorter ? remaining : _options.AttemptTimeout, _options.TimeProvider);
        using var linked = cancellationToken.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token) : null;
        try
        {
            return await SendOnceAsync(call, typeInfo, linked?.Token ?? timer.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not (AdaptyException or OutOfMemoryException))
        {
            // The caller's wish wins over whatever it, or anything else at the same moment, made of the request.
            cancellationToken.ThrowIfCancellationRequested();
            var errors = new ErrorFactory(call, _options.ApiKey!);
            if (timer.IsCancellationRequested)
                throw errors.TimedOut(wholeCallIsShorter ? nameof(_options.Timeout) : nameof(_options.AttemptTimeout), exception);
            if (exception is OperationCanceledException { InnerException: TimeoutException })
                throw errors.TimedOut("the HTTP client's own limit", exception);
            if (exception is ObjectDisposedException)
                throw;
            throw errors.NotConnected(exception);
        }
    }

    private async ValueTask<T?> SendOnceAsync<T>(ApiCall call, JsonTypeInfo<T>? typeInfo, CancellationToken cancellationToken)
    {
        using var response = await _http.SendAsync(call.NextMessage(_http, _key), HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        var status = (int)response.StatusCode;
        if (response.RequestMessage?.RequestUri is { } answered && !BaseAddress.IsSameOrigin(_options.BaseAddress, answered))
            throw await UnexpectedAsync(call, response, "the HTTP client followed a redirect to another place", cancellationToken).ConfigureAwait(false);
        if (status >= 400)
            throw await RefusedAsync(call, response, cancellationToken).ConfigureAwait(false);
        if (status != call.Operation.SuccessStatus)
            throw await UnexpectedAsync(call, response, $"the operation answers {call.Operation.SuccessStatus}, and redirects are not followed", cancellationToken).ConfigureAwait(false);
        call.AnswerHeaders = response.Headers;
        if (typeInfo is null)
            return default;

        try
        {
            using var body = await ResponseBody.ReadAsync(response.Content, _options.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
            return Read(call, response, body.Bytes, typeInfo);
        }
        catch (BodyTooLargeException)
        {
            throw new ErrorFactory(call, _options.ApiKey!)
                .Unreadable(response, $"it is larger than {nameof(_options.MaxResponseBytes)} ({_options.MaxResponseBytes})", null, []);
        }
    }

    private T Read<T>(ApiCall call, HttpResponseMessage response, ReadOnlySpan<byte> body, JsonTypeInfo<T> typeInfo)
    {
        try
        {
            var model = AdaptyJson.Read(body, typeInfo);
            if (model is ProfileResponse { Data: { } profile })
                profile.Clock = _options.TimeProvider;
            return model;
        }
        catch (UnreadableBodyException exception)
        {
            throw new ErrorFactory(call, _options.ApiKey!).Unreadable(response, exception.Message, exception.Path, body);
        }
    }

    private async Task<AdaptyException> RefusedAsync(ApiCall call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using var body = await TryReadAsync(response, cancellationToken).ConfigureAwait(false);
        return new ErrorFactory(call, _options.ApiKey!)
            .Refused(response, body.Bytes.ToArray(), RetryAfterHeader.Read(response, _options.TimeProvider));
    }

    private async Task<AdaptyException> UnexpectedAsync(ApiCall call, HttpResponseMessage response, string problem, CancellationToken cancellationToken)
    {
        using var body = await TryReadAsync(response, cancellationToken).ConfigureAwait(false);
        return new ErrorFactory(call, _options.ApiKey!).Unreadable(response, problem, null, body.Bytes);
    }

    /// <summary>The body of an answer whose status already says that it failed: worth having, but no reason to fail otherwise.</summary>
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
}
