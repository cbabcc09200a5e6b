using System.Diagnostics;
using System.Text;
using Adapty.Kiota.Calls;
using Adapty.Kiota.Json;
using Adapty.Kiota.Models;
using Adapty.Kiota.Testing.Server;
using Adapty.Kiota.Testing.State;
using Adapty.Kiota.Testing.Webhooks;

namespace Adapty.Kiota.Testing;

/// <summary>
/// Adapty in memory, for the tests of code that uses <see cref="AdaptyClient"/>. It responds with the status codes and JSON
/// bodies of the real API, and the client under test is the real one: only the network is missing. A change that a request
/// makes is seen by the next one.
/// </summary>
/// <remarks>
/// <code>
/// var fake = new FakeAdapty();
/// fake.AddProfile("user-42").WithAccessLevel("premium", expiresAt: DateTimeOffset.UtcNow.AddDays(7));
/// using var adapty = fake.CreateClient();
///
/// var profile = await adapty.Profiles.GetAsync(ProfileKey.ForCustomer("user-42"));
/// Assert.True(profile.HasAccess("premium"));
/// </code>
/// <para>
/// <see cref="AddAccessLevel"/>, <see cref="AddProduct"/>, <see cref="AddPaywall"/>, <see cref="AddCurrency"/> and
/// <see cref="AddWebPurchase"/> set up what the dashboard sets up; <see cref="Advance"/> lets time pass;
/// <see cref="SendWebhooksTo"/> sends events to the app under test.
/// </para>
/// <para>
/// Where Adapty's documentation is silent, the fake had to choose, and your code should not depend on it. To create a profile
/// that exists updates it; a profile id alone must exist; a customer user id never moves to another profile. A grant extends
/// the active access and never shortens it; one that starts later is an entry of its own. Of a chain of transactions the one
/// that was set last counts. Numbers in custom attributes come back as floats (10 as 10.0, true as 1.0). Only prices in USD
/// count as revenue.
/// </para>
/// Safe for use from many threads at once. Disposing it has no effect, so that several clients can share one.
/// </remarks>
public sealed partial class FakeAdapty : HttpMessageHandler
{
    private readonly FakeState _state;
    private readonly Queue<Func<HttpResponseMessage>> _failures = [];
    private readonly List<RecordedRequest> _requests = [];

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private volatile string _apiKey = "secret_live_fake";

    /// <summary>An Adapty without users.</summary>
    /// <param name="timeProvider">
    /// Its clock, and that of the clients it makes. Null for the system's clock, which <see cref="Advance"/> puts forward.
    /// </param>
    public FakeAdapty(TimeProvider? timeProvider = null) => _state = new FakeState(timeProvider ?? new OffsetClock(TimeProvider.System));

    /// <summary>An Adapty whose time begins before that of a clock, for a history. <see cref="Advance"/> leads up to now.</summary>
    internal FakeAdapty(TimeProvider timeProvider, TimeSpan age) => _state = new FakeState(new OffsetClock(timeProvider, -age));

    /// <summary>The one API key that is accepted; every other gets a 401. Change it to see how a client takes a revoked key.</summary>
    /// <exception cref="ArgumentException">The value is not fit for a header.</exception>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string ApiKey
    {
        get => _apiKey;
        set => _apiKey = HeaderValue.Check(value, "A key", nameof(value));
    }

    /// <summary>The clock of the purchases, and of the clients of <see cref="CreateClient"/> and <c>UseFakeAdapty</c>.</summary>
    public TimeProvider TimeProvider => _state.Clock;

    /// <summary>
    /// Lets time pass: after <c>fake.Advance(TimeSpan.FromDays(30))</c> an access of 30 days has expired. The fake's own clock
    /// goes on from there. A <see cref="TimeProvider"/> that you passed is moved by its own methods.
    /// </summary>
    /// <param name="by">How much.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="by"/> is below zero, or leads beyond the year 9999.</exception>
    /// <exception cref="InvalidOperationException">The fake was made with a clock of yours.</exception>
    public void Advance(TimeSpan by) => CheckAdvance(by).Advance(by);

    /// <summary>A copy of all requests so far, in the order of arrival, the failed ones too.</summary>
    public IReadOnlyList<RecordedRequest> Requests
    {
        get
        {
            lock (_requests)
                return [.. _requests];
        }
    }

    /// <summary>A client of this Adapty, with its API key and its clock.</summary>
    /// <param name="configure">
    /// Changes the client's options, for instance <c>MaxRetries = 0</c>. Retries are on by default; with a clock that stands
    /// still, the wait before one does not end.
    /// </param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public AdaptyClient CreateClient(Action<AdaptyClientOptions>? configure = null)
    {
        var options = new AdaptyClientOptions { ApiKey = ApiKey, TimeProvider = TimeProvider };
        configure?.Invoke(options);
        return new AdaptyClient(options, Connections.Configure(new HttpClient(this, disposeHandler: false)));
    }

    /// <summary>Adds a user without any access or purchase; <see cref="FakeProfile"/> gives some.</summary>
    /// <param name="customerUserId">Your own id of the user.</param>
    /// <param name="profileId">Adapty's id of the profile, if the test needs a certain one.</param>
    /// <exception cref="ArgumentException">An id is not fit for a header, or another user has it.</exception>
    public FakeProfile AddProfile(string customerUserId, string? profileId = null)
    {
        ArgumentNullException.ThrowIfNull(customerUserId);
        return _state.Add(customerUserId, profileId);
    }

    /// <summary>Adds a user who has not logged in: only the profile id finds it (<see cref="FakeProfile.Key"/>).</summary>
    /// <param name="profileId">Adapty's id of the profile, if the test needs a certain one.</param>
    /// <exception cref="ArgumentException">The id is not fit for a header, or another user has it.</exception>
    public FakeProfile AddAnonymousProfile(string? profileId = null) => _state.Add(customerUserId: null, profileId);

    /// <summary>
    /// Adds a user from a whole response of the Get profile operation, <c>{"data":{…}}</c>. The fake responds with exactly this
    /// string until a <c>With…</c> or a request changes the user. The ids in it find the user; it replaces users with these ids.
    /// </summary>
    /// <param name="json">The body, which the client must be able to read. For a body that it cannot read see <c>FailNext</c>.</param>
    /// <param name="key">One more id that finds the user.</param>
    /// <exception cref="ArgumentException"><paramref name="json"/> is not a profile; the message says where.</exception>
    public FakeProfile AddProfileJson(string json, ProfileKey? key = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        key?.Require(nameof(key));
        var given = Encoding.UTF8.GetBytes(json);
        try
        {
            var model = AdaptyJson.Read<ProfileResponse>(given, TimeProvider).Data!;
            var profile = new FakeProfile(_state, model, key ?? FakeState.KeyOf(model), given);
            SetUp(app =>
            {
                _state.Put(profile);
                app.AccessLevels.UnionWith(model.AccessLevels!.Select(level => level.AccessLevelId!));
            });
            return profile;
        }
        catch (UnreadableBodyException exception)
        {
            var path = exception.Path is null ? "" : $" ({exception.Path})";
            throw new ArgumentException($"This is not a response with a profile: {exception.Message}{path}.", nameof(json));
        }
    }

    /// <summary>Gives the next request this response instead, exactly as it stands here.</summary>
    /// <remarks>
    /// Each call is for one request; several calls are for the next requests, in order. The client repeats reads after transient
    /// failures such as 429 and 500: set <c>MaxRetries = 0</c>, or call this once per attempt, to see the exception. The status
    /// need not be an error: <c>FailNext(200, "{}")</c> is a response that the client cannot read.
    /// </remarks>
    /// <param name="status">The HTTP status, from 100 to 999.</param>
    /// <param name="body">The body; null for none.</param>
    /// <param name="contentType">The body's Content-Type.</param>
    /// <param name="headers">Further headers, such as <c>Retry-After</c>.</param>
    /// <exception cref="ArgumentException">The status is out of its range, or a header is not one of HTTP's.</exception>
    public void FailNext(
        int status,
        string? body = null,
        string contentType = "application/json",
        IEnumerable<KeyValuePair<string, string>>? headers = null)
    {
        var response = Responses.Custom(status, body, contentType, headers ?? []);
        Fail(() => response);
    }

    /// <summary>
    /// Fails the next request without a response: an <see cref="HttpRequestException"/> is a lost connection, a
    /// <see cref="TaskCanceledException"/> around a <see cref="TimeoutException"/> a request that took too long.
    /// </summary>
    /// <inheritdoc cref="FailNext(int, string?, string, IEnumerable{KeyValuePair{string, string}}?)" path="/remarks"/>
    /// <exception cref="ArgumentNullException"><paramref name="exception"/> is null.</exception>
    public void FailNext(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        Fail(() => throw exception);
    }

    /// <summary>Refuses the next request with one of Adapty's error codes, in a body of the API's form.</summary>
    /// <inheritdoc cref="FailNext(int, string?, string, IEnumerable{KeyValuePair{string, string}}?)" path="/remarks"/>
    /// <param name="status">The HTTP status, from 100 to 999.</param>
    /// <param name="errorCode">The code, such as <see cref="AdaptyErrorCodes.RateLimited"/>.</param>
    /// <exception cref="ArgumentException">The status is out of its range, or the code is null or empty.</exception>
    public void FailNextWithCode(int status, string errorCode)
    {
        ArgumentException.ThrowIfNullOrEmpty(errorCode);
        var message = $"Refused by the test: {errorCode}";
        var response = Responses.Error(ErrorShape.Objects, status, errorCode, FakeErrorException.NoField, message);
        Fail(() => response);
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        var body = request.Content is null ? null : await ReadAsync(request.Content, cancellationToken).ConfigureAwait(false);
        var (response, events) = Record(new RecordedRequest(request, body)) is { } failure ? (failure(), []) : Respond(request, body);
        await Webhooks.SendAsync(events, cancellationToken).ConfigureAwait(false);
        response.RequestMessage = request;
        return response;
    }

    /// <exception cref="InvalidOperationException">The clock is the test's own.</exception>
    private OffsetClock CheckAdvance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        if (TimeProvider is not OffsetClock clock)
            throw new InvalidOperationException("This FakeAdapty was given a clock: move that one.");
        ArgumentOutOfRangeException.ThrowIfGreaterThan(by, DateTimeOffset.MaxValue - clock.GetUtcNow());
        return clock;
    }

    private static async Task<string> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        try
        {
            return await content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidOperationException)
        {
            // The charset does not exist. JSON is UTF-8.
            return Encoding.UTF8.GetString(await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
        }
    }

    /// <returns>The response, and the events that are sent before it returns.</returns>
    private (HttpResponseMessage Response, List<PendingWebhook> Events) Respond(HttpRequestMessage request, string? body)
    {
        // In one step, so that no other request sends what this one has changed.
        lock (_state.Gate)
        {
            var response = Routes.Respond(request, body, ApiKey, _state);
            response.Headers.Add("Request-Id", _state.Ids.NextRequest());
            return (response, Webhooks.TakeDue());
        }
    }

    /// <summary>Records and takes a failure in one step, so that the first request recorded is the first to fail.</summary>
    private Func<HttpResponseMessage>? Record(RecordedRequest request)
    {
        lock (_requests)
        {
            _requests.Add(request);
            return _failures.TryDequeue(out var failure) ? failure : null;
        }
    }

    private void Fail(Func<HttpResponseMessage> failure)
    {
        lock (_requests)
            _failures.Enqueue(failure);
    }
}
