using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using Adapty.Kiota.Telemetry;
using Microsoft.Extensions.Logging.Abstractions;

namespace Adapty.Kiota.Webhooks;

/// <summary>
/// Receives Adapty's webhook requests, in whatever host: checks the secret, answers verifications, reads the event,
/// keeps deliveries that come twice away, calls the handlers, and says what to reply. Thread-safe; make one and keep
/// it.
/// </summary>
/// <remarks>
/// Whatever goes wrong is a reply, never an exception, so that no host replies with a status of its own.
/// </remarks>
public sealed class WebhookReceiver
{
    /// <summary>
    /// Longer than any time limit, so that a delivery is not handled again while it still is. Not longer than a minute,
    /// after which Adapty sends it again: the node that had it may have crashed.
    /// </summary>
    private static readonly TimeSpan ReservationExpiry = TimeSpan.FromMinutes(1);

    private readonly WebhookOptions _options;
    private readonly Dictionary<string, string> _eventTypes;
    private readonly IWebhookHandler[] _handlers;
    private readonly WebhookSecrets _secrets;
    private readonly IWebhookDeliveryStore _store;
    private readonly WebhookObserver _observer;

    /// <summary>Makes a receiver.</summary>
    /// <param name="options">The settings, which are copied.</param>
    /// <param name="handlers">
    /// Called one after the other for every event. When one throws, the next ones are not called.
    /// </param>
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    /// <exception cref="ArgumentException">An option is missing or out of its range; the message names it.</exception>
    public WebhookReceiver(WebhookOptions options, IEnumerable<IWebhookHandler> handlers)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(handlers);
        if (options.Problems().FirstOrDefault() is { } problem)
            throw new ArgumentException(problem, nameof(options));

        _options = options.Copy();
        _eventTypes = new(options.EventTypes, StringComparer.Ordinal);
        _handlers = [.. handlers];
        _secrets = new WebhookSecrets(options.Secrets);
        _store = options.DeliveryStore ?? new MemoryDeliveryStore(options.TimeProvider);
        _observer = new WebhookObserver(options.TimeProvider, options.LoggerFactory?.CreateLogger(Instruments.Name) ?? NullLogger.Instance);
        if (_handlers.Length == 0)
            _observer.NoHandler();
    }

    /// <summary>Receives a request whose body was read already.</summary>
    /// <param name="body">The body, as it came.</param>
    /// <param name="authorizationHeader">
    /// The value of the Authorization header, as it came; null when there is none or more than one.
    /// </param>
    /// <param name="cancellationToken">Ends it early. The reply is then 503, as the event must come again.</param>
    /// <returns>What to reply.</returns>
    public Task<WebhookReply> ReceiveAsync(
        ReadOnlyMemory<byte> body, string? authorizationHeader, CancellationToken cancellationToken = default) =>
        ReceiveAsync(stream: null, body, authorizationHeader, cancellationToken);

    /// <summary>
    /// Receives a request, and reads its body once the secret is right, no further than it may be long.
    /// </summary>
    /// <inheritdoc cref="ReceiveAsync(ReadOnlyMemory{byte}, string, CancellationToken)"/>
    public Task<WebhookReply> ReceiveAsync(Stream body, string? authorizationHeader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        return ReceiveAsync(body, default, authorizationHeader, cancellationToken);
    }

    private async Task<WebhookReply> ReceiveAsync(
        Stream? stream, ReadOnlyMemory<byte> body, string? authorizationHeader, CancellationToken cancellationToken)
    {
        using var stop = new CancellationTokenSource(_options.TimeLimit, _options.TimeProvider);
        using var abort = cancellationToken.UnsafeRegister(static stop => ((CancellationTokenSource)stop!).Cancel(), stop);
        var attempt = new Attempt(_options.TimeProvider.GetTimestamp(), cancellationToken, stop.Token);
        var span = WebhookObserver.Begin();
        WebhookReply reply;
        try
        {
            reply = await ProcessAsync(attempt, stream, body, authorizationHeader).ConfigureAwait(false);
        }
        // Not only OperationCanceledException: streams and stores have exceptions of their own for it.
        catch (Exception) when (stop.IsCancellationRequested)
        {
            reply = attempt.IsTimeOver
                ? attempt.Warn(WebhookReply.TimeLimit, "the time limit is over")
                : attempt.Warn(WebhookReply.Cancelled, "the request was aborted");
        }
        finally
        {
            if (attempt.Buffer is not null)
                ArrayPool<byte>.Shared.Return(attempt.Buffer);
        }

        _observer.End(span, attempt, reply);
        return reply;
    }

    private async Task<WebhookReply> ProcessAsync(Attempt attempt, Stream? stream, ReadOnlyMemory<byte> body, string? authorizationHeader)
    {
        if (!_options.AllowAnonymous && !_secrets.Match(authorizationHeader))
        {
            return attempt.Warn(
                WebhookReply.Unauthorized(_options.UnauthorizedStatusCode),
                string.IsNullOrEmpty(authorizationHeader)
                    ? "there is no Authorization header, or more than one"
                    : "the Authorization header is none of the secrets");
        }

        if (stream is not null)
        {
            try
            {
                body = await ReadAsync(attempt, stream).ConfigureAwait(false);
            }
            catch (Exception exception) when (!attempt.IsTimeOver)
            {
                return attempt.Warn(WebhookReply.IncompleteBody, $"the body did not come to its end ({exception.GetType()})");
            }
        }

        if (body.Length > _options.MaxBodyBytes)
            return attempt.Warn(WebhookReply.TooLarge, $"the body has more than {_options.MaxBodyBytes} bytes");

        WebhookEvent webhookEvent;
        try
        {
            webhookEvent = WebhookEvent.Parse(body);
        }
        catch (JsonException exception)
        {
            return await ReplyToOtherAsync(attempt, body, exception.Message).ConfigureAwait(false);
        }

        // Before the type is renamed, so that a change of the map makes no delivery a new one.
        var key = DeliveryKey(webhookEvent, body.Span);
        webhookEvent.EventType = _eventTypes.GetValueOrDefault(webhookEvent.EventType, webhookEvent.EventType);
        attempt.EventType = webhookEvent.EventType;
        if (_options.Environment is { Length: > 0 } expected
            && webhookEvent.Properties.Environment is { } environment && environment != expected)
        {
            if (_options.IgnoreOtherEnvironments)
                return WebhookReply.Ignored;
            _observer.OtherEnvironment(expected);
        }

        return await HandleOnceAsync(attempt, webhookEvent, key).ConfigureAwait(false);
    }

    /// <summary>The whole body, or one byte more than it may have.</summary>
    private async Task<ReadOnlyMemory<byte>> ReadAsync(Attempt attempt, Stream stream)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(4096);
        var length = 0;
        while (length <= _options.MaxBodyBytes)
        {
            if (length == buffer.Length)
            {
                var larger = ArrayPool<byte>.Shared.Rent(2 * length);
                buffer.CopyTo(larger, 0);
                ArrayPool<byte>.Shared.Return(buffer);
                buffer = larger;
            }

            // Not every stream heeds the token.
            var read = await stream.ReadAsync(buffer.AsMemory(length), attempt.Stop).AsTask().WaitAsync(attempt.Stop)
                .ConfigureAwait(false);
            if (read == 0)
                break;
            length += read;
        }

        // Only now can it be used again: a read that was given up may still write into it.
        attempt.Buffer = buffer;
        return buffer.AsMemory(0, length);
    }

    /// <summary>A verification, or nothing that can be read.</summary>
    private async Task<WebhookReply> ReplyToOtherAsync(Attempt attempt, ReadOnlyMemory<byte> body, string problem)
    {
        if (body.IsEmpty && _options.AcceptEmptyBody)
            return WebhookReply.Verification();
        if (WebhookVerification.Reply(body) is { } verification)
            return verification;
        if (_options.DeadLetter is not { } deadLetter)
            return attempt.Warn(WebhookReply.Unreadable, problem);

        try
        {
            // A copy: it may go on with the bytes after the reply.
            var stored = await deadLetter(body.ToArray(), attempt.Stop).WaitAsync(attempt.Stop).ConfigureAwait(false);
            return attempt.Warn(stored ? WebhookReply.DeadLettered : WebhookReply.Unreadable, problem);
        }
        catch (Exception exception) when (!attempt.Stop.IsCancellationRequested)
        {
            return attempt.Warn(WebhookReply.Unreadable, $"{problem} {nameof(WebhookOptions.DeadLetter)} threw {exception.GetType()}");
        }
    }

    private async Task<WebhookReply> HandleOnceAsync(Attempt attempt, WebhookEvent webhookEvent, string key)
    {
        var stop = attempt.Stop;
        var owner = Random.Shared.NextInt64().ToString("x16", CultureInfo.InvariantCulture);
        WebhookReservation reservation;
        try
        {
            reservation = await _store.ReserveAsync(key, owner, ReservationExpiry, stop).AsTask().WaitAsync(stop).ConfigureAwait(false);
        }
        catch (Exception exception) when (!stop.IsCancellationRequested)
        {
            return attempt.Warn(WebhookReply.StoreFailed, Describe(exception));
        }

        if (reservation == WebhookReservation.Done)
            return WebhookReply.Duplicate;
        if (reservation == WebhookReservation.InProgress)
            return attempt.Warn(WebhookReply.InProgress, "another copy of the event is being handled");

        // A handler that goes on after the reply still settles the event, so that its next delivery is a duplicate.
        var (reply, detail) = await HandleAndSettleAsync(webhookEvent, key, owner, stop).WaitAsync(stop).ConfigureAwait(false);
        if (detail is null)
            return reply;
        stop.ThrowIfCancellationRequested();
        return attempt.Warn(reply, detail);
    }

    private async Task<(WebhookReply Reply, string? Detail)> HandleAndSettleAsync(
        WebhookEvent webhookEvent, string key, string owner, CancellationToken stop)
    {
        // On another thread, as the time limit must hold for handlers that block.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            foreach (var handler in _handlers)
            {
                stop.ThrowIfCancellationRequested();
                await handler.HandleAsync(webhookEvent, stop).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            await ReleaseAsync(key, owner).ConfigureAwait(false);
            return (WebhookReply.HandlerFailed, Describe(exception));
        }

        try
        {
            await _store.ConfirmAsync(key, _options.Retention, CancellationToken.None).ConfigureAwait(false);
            return (WebhookReply.Handled, null);
        }
        catch (Exception exception)
        {
            return (WebhookReply.StoreFailed, Describe(exception));
        }
    }

    private async Task ReleaseAsync(string key, string owner)
    {
        try
        {
            await _store.ReleaseAsync(key, owner, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The reservation expires by itself, and the reply is a failure in any case.
        }
    }

    /// <summary>The class and where it was thrown. Its message may quote the event.</summary>
    private static string Describe(Exception exception) =>
        $"{exception.GetType()} was thrown{System.Environment.NewLine}{exception.StackTrace}";

    /// <summary>What is the same for every delivery of an event, and for no other event.</summary>
    private string DeliveryKey(WebhookEvent webhookEvent, ReadOnlySpan<byte> body)
    {
        var properties = webhookEvent.Properties;
        var name = webhookEvent.Id
            ?? (properties.TransactionId is { Length: > 0 } transaction && webhookEvent.OccurredAt is { } occurredAt
                ? $"{webhookEvent.ProfileId}\n{webhookEvent.EventType}\n{transaction}\n{occurredAt.UtcTicks}"
                : Convert.ToHexString(SHA256.HashData(body)));
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes($"{_options.Name}\n{properties.Environment}\n{name}".AsSpan()), hash);
        // Half of it tells any two deliveries apart, and is half as long to remember.
        return Convert.ToHexString(hash[..(SHA256.HashSizeInBytes / 2)]);
    }

    /// <summary>What is known of a request so far, for whoever tells of its end.</summary>
    internal sealed class Attempt(long start, CancellationToken abort, CancellationToken stop)
    {
        /// <summary>When it came, as a timestamp of the clock.</summary>
        public long Start { get; } = start;

        /// <summary>Cancelled by the time limit or by the caller.</summary>
        public CancellationToken Stop { get; } = stop;

        public bool IsTimeOver => Stop.IsCancellationRequested && !abort.IsCancellationRequested;

        /// <summary>The pooled memory of the body; null when the body is the caller's, or was not read to its end.</summary>
        public byte[]? Buffer { get; set; }

        /// <summary>The event's type; null as long as no event was read.</summary>
        public string? EventType { get; set; }

        /// <summary>What the log says of a reply that is a problem.</summary>
        public string? Problem { get; private set; }

        public WebhookReply Warn(WebhookReply reply, string problem)
        {
            Problem = problem;
            return reply;
        }
    }
}
