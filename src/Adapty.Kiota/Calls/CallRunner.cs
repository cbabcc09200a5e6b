using System.Diagnostics;
using System.Runtime.CompilerServices;
using Adapty.Kiota.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Kiota.Abstractions;

namespace Adapty.Kiota.Calls;

/// <summary>Runs a call until it is done: its attempts and their time limits, the waits between them, cancellation, telemetry.</summary>
internal sealed class CallRunner
{
    private readonly AdaptyClientOptions _options;
    private readonly Connections _connections;
    private readonly Func<double> _jitter;
    private readonly ILogger _logger;
    private readonly CallObserver _observer;

    public CallRunner(AdaptyClientOptions options, Connections connections, Func<double>? jitter = null)
    {
        _options = options;
        _connections = connections;
        _jitter = jitter ?? Random.Shared.NextDouble;
        _logger = options.LoggerFactory?.CreateLogger(Instruments.Name) ?? NullLogger.Instance;
        _observer = new CallObserver(options.BaseAddress, options.TimeProvider, _logger);
        BaseAddress = new BaseAddress(options.BaseAddress, options.ApiKey!);
    }

    public BaseAddress BaseAddress { get; }

    public TimeProvider Clock => _options.TimeProvider;

    /// <param name="request">The request. Nothing of it is sent before all of it has been checked.</param>
    /// <param name="reader">How to read the response's body; null when there is nothing to read.</param>
    /// <param name="cancellationToken">Ends the call at once.</param>
    public async Task<T?> RunAsync<T>(RequestInformation request, BodyReader<T>? reader, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var call = await ApiCall.CreateAsync(request, BaseAddress, _options, _connections, cancellationToken).ConfigureAwait(false);
        var start = _options.TimeProvider.GetTimestamp();
        var span = _observer.Begin(call);
        T? model;
        try
        {
            model = await AttemptUntilDoneAsync(call, reader, span, start, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            _observer.End(span, call, start, failure);
            throw;
        }

        _observer.End(span, call, start, failure: null);
        if (_options.OnResponse is { } hook && call.Response is { } response)
            Tell(hook, new AdaptyResponseInfo(call.Operation.Name, response.Status, call.Attempts, response.Headers));
        return model;
    }

    /// <summary>The call succeeded, whatever the application's own code makes of it.</summary>
    private void Tell(Action<AdaptyResponseInfo> hook, AdaptyResponseInfo response)
    {
        try
        {
            hook(response);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            Log.HookFailed(_logger, response.Operation, exception.GetType().FullName!);
        }
    }

    /// <summary>The message that a call of this request would begin with, for those who send it themselves.</summary>
    public async Task<HttpRequestMessage> CreateMessageAsync(RequestInformation request, CancellationToken cancellationToken) =>
        (await ApiCall.CreateAsync(request, BaseAddress, _options, _connections, cancellationToken).ConfigureAwait(false)).CreateMessage();

    // What waits for the network is taken from a pool here, too (see ApiCall.SendAsync).
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<T?> AttemptUntilDoneAsync<T>(
        ApiCall call, BodyReader<T>? reader, Activity? span, long start, CancellationToken cancellationToken)
    {
        var retry = call.Options.Retry;
        var waited = TimeSpan.Zero;
        while (true)
        {
            try
            {
                var model = await AttemptAsync(call, reader, Remaining(start), cancellationToken).ConfigureAwait(false);
                CallObserver.Attempted(span, call, failure: null);
                return model;
            }
            catch (AdaptyException failure)
            {
                CallObserver.Attempted(span, call, failure);
                if (failure is AdaptyRateLimitException limited)
                    call.Options.RateLimit?.Tell(limited.RetryAfter);
                // The body of a refusal may have been what the caller did not want to wait for.
                cancellationToken.ThrowIfCancellationRequested();
                if (call.IsSuccess(failure))
                    return default;
                if (call.Messages > (retry?.MaxRetry ?? _options.MaxRetries) || !Retries.MayRetry(call.RetryRule, failure))
                    throw;
                if (failure is AdaptyApiException && call.IsRetryVetoed)
                    throw;

                var wait = (failure as AdaptyApiException)?.RetryAfter
                    ?? (retry is null ? Retries.Backoff(call.Messages, _jitter()) : CallOptions.Delay(retry, call.Messages));
                waited += wait;
                if (retry is not null && retry.RetriesTimeLimit > TimeSpan.Zero && waited > retry.RetriesTimeLimit)
                    throw;
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

    private TimeSpan Remaining(long start) => _options.Timeout - _options.TimeProvider.GetElapsedTime(start);

    /// <summary>One attempt within its time limit. Throws the family's exceptions, and cancellation by the caller.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<T?> AttemptAsync<T>(ApiCall call, BodyReader<T>? reader, TimeSpan remaining, CancellationToken cancellationToken)
    {
        var wholeCallIsShorter = remaining < _options.AttemptTimeout;
        using var timer = new CancellationTokenSource(wholeCallIsShorter ? remaining : _options.AttemptTimeout, _options.TimeProvider);
        using var linked = cancellationToken.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token) : null;
        try
        {
            return await call.SendAsync(reader, linked?.Token ?? timer.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not (AdaptyException or OutOfMemoryException))
        {
            // The caller's cancellation wins over whatever it, or anything else at the same moment, made of the request.
            cancellationToken.ThrowIfCancellationRequested();
            if (timer.IsCancellationRequested)
                throw call.Errors.TimedOut(wholeCallIsShorter ? nameof(_options.Timeout) : nameof(_options.AttemptTimeout), exception);
            if (exception is OperationCanceledException { InnerException: TimeoutException })
                throw call.Errors.TimedOut("the HTTP client's own limit", exception);
            if (exception is ObjectDisposedException)
                throw;
            throw call.Errors.NotConnected(exception);
        }
    }
}
