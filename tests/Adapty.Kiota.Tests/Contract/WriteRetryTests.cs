using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Contract;

/// <summary>
/// What may be sent again, operation by operation: a purchase that is recorded twice costs somebody money, and a credit
/// that is given twice, too.
/// </summary>
public sealed class WriteRetryTests
{
    private const string NotFound = """{"errors":[{"source":null,"errors":["There is no such profile."]}],"error_code":"profile_does_not_exist","status_code":404}""";

    /// <summary>Reads, the deletion and the one write that has an idempotency key.</summary>
    public static TheoryData<string> Repeatable => [.. OperationCalls.Plain.Where(IsRepeatable).Select(call => call.ToString())];

    public static TheoryData<string> Writes => [.. OperationCalls.Plain.Where(call => !IsRepeatable(call)).Select(call => call.ToString())];

    private static bool IsRepeatable(OperationCall call) => call.Method == "GET" || call.Operation is "deleteProfile" or "createVirtualCurrencyTransaction";

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_write_that_may_have_been_carried_out_is_not_sent_again(string name)
    {
        var call = OperationCalls.Named(name);
        foreach (var status in (int[])[408, 500, 502, 503, 504, 520, 524, 530, 409])
            Assert.Single((await RunAsync(call, () => StubHandler.Response("", status, headers: ("Retry-After", "1")))).Requests);

        var (requests, failure) = await RunAsync(call, () => throw new HttpRequestException("reset", new IOException("reset")));
        Assert.Single(requests);
        Assert.IsType<AdaptyConnectionException>(failure);

        (requests, failure) = await RunAsync(call, () => throw new HttpRequestException(HttpRequestError.ResponseEnded, "cut off"));
        Assert.Single(requests);
        Assert.Equal(1, failure!.Attempts);

        (requests, failure) = await RunAsync(call, () => throw new HttpRequestException(HttpRequestError.SecureConnectionError, "TLS broke"));
        Assert.Single(requests);
        Assert.True(failure!.IsTransient);

        (requests, failure) = await RunAsync(call, () => throw new TaskCanceledException("too slow", new TimeoutException()));
        Assert.Single(requests);
        Assert.IsType<AdaptyTimeoutException>(failure);
    }

    [Theory]
    [MemberData(nameof(Writes))]
    [MemberData(nameof(Repeatable))]
    public async Task What_certainly_had_no_effect_is_sent_again_and_the_same(string name)
    {
        var call = OperationCalls.Named(name);
        foreach (var fail in (Func<HttpResponseMessage>[])
            [
                () => StubHandler.Response("", 429, headers: ("Retry-After", "3")),
                () => throw new HttpRequestException(HttpRequestError.NameResolutionError, "no such host"),
                () => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused"),
            ])
        {
            var (requests, failure) = await RunAsync(call, fail, fail);

            Assert.Null(failure);
            Assert.Equal(3, requests.Count);
            Assert.Single(requests.Distinct());
            Assert.Contains(call.Body, requests[0], StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Repeatable))]
    public async Task What_may_be_repeated_is_sent_again_and_the_same(string name)
    {
        var call = OperationCalls.Named(name);
        foreach (var fail in (Func<HttpResponseMessage>[])
            [
                () => StubHandler.Response("", 500),
                () => StubHandler.Response("<html>", 522),
                () => StubHandler.Response("", 408),
                () => throw new HttpRequestException("reset", new IOException("reset")),
                () => throw new TaskCanceledException("too slow", new TimeoutException()),
            ])
        {
            var (requests, failure) = await RunAsync(call, fail);

            Assert.Null(failure);
            Assert.Equal(2, requests.Count);
            Assert.Single(requests.Distinct());
        }
    }

    [Fact]
    public async Task A_deletion_whose_answer_was_lost_is_done_when_the_profile_is_gone()
    {
        foreach (var call in OperationCalls.Plain.Where(call => call.Operation == "deleteProfile"))
        {
            foreach (var lost in (Func<HttpResponseMessage>[])[() => StubHandler.Response("", 503), () => throw new HttpRequestException("reset", new IOException())])
            {
                var (requests, failure) = await RunAsync(call, lost, () => StubHandler.Response(NotFound, 404));

                Assert.Null(failure);
                Assert.Equal(2, requests.Count);
            }
        }
    }

    [Fact]
    public async Task A_deletion_of_nobody_is_an_error()
    {
        foreach (var call in OperationCalls.Plain.Where(call => call.Operation == "deleteProfile"))
        {
            var (requests, failure) = await RunAsync(call, () => StubHandler.Response(NotFound, 404));

            Assert.IsType<AdaptyProfileNotFoundException>(failure);
            Assert.Single(requests);
        }
    }

    [Fact]
    public async Task A_404_that_does_not_name_the_profile_proves_no_deletion()
    {
        var (requests, failure) = await RunAsync(FacadeCalls.Of("deleteProfile"), () => StubHandler.Response("", 503), () => StubHandler.Response("<html>404</html>", 404));

        Assert.Equal((404, 2), (Assert.IsType<AdaptyApiException>(failure).StatusCode, failure!.Attempts));
        Assert.Equal(2, requests.Count);
    }

    [Fact]
    public async Task A_read_of_nobody_after_a_retry_stays_an_error()
    {
        var (_, failure) = await RunAsync(FacadeCalls.Of("getProfile"), () => StubHandler.Response("", 503), () => StubHandler.Response(NotFound, 404));

        Assert.IsType<AdaptyProfileNotFoundException>(failure);
    }

    [Fact]
    public async Task A_currency_transaction_that_is_still_in_work_is_waited_for()
    {
        foreach (var call in OperationCalls.Plain.Where(call => call.Operation == "createVirtualCurrencyTransaction"))
        {
            var clock = new ImpatientClock();
            var busy = () => StubHandler.Response(
                """{"errors":[{"source":null,"errors":["in work"]}],"error_code":"idempotency_in_flight","status_code":409}""", 409, headers: ("Retry-After", "2"));

            var (requests, failure) = await RunAsync(call, clock, busy, busy);

            Assert.Null(failure);
            Assert.Equal(3, requests.Count);
            Assert.Single(requests.Distinct());
            Assert.Equal([2, 2], clock.Waits);
        }
    }

    [Fact]
    public async Task The_key_that_the_client_makes_is_the_same_over_the_retries_of_a_call_only()
    {
        var ownKey = FacadeCalls.Of("createVirtualCurrencyTransaction") with
        {
            Send = async (adapty, token) => await adapty.VirtualCurrency.CreateTransactionAsync(TestData.Customer, FacadeCalls.Exchange(), token),
        };
        var builder = ownKey with
        {
            Send = async (adapty, token) => await adapty.Api.Api.V2.ServerSideApi.Vc.Transactions.EmptyPathSegment.PostAsync(
                FacadeCalls.Exchange(), request => request.Headers.Add("adapty-customer-user-id", TestData.CustomerId), token),
        };
        foreach (var call in (OperationCall[])[ownKey, builder])
        {
            var (first, _) = await RunAsync(call, () => StubHandler.Response("", 500), () => StubHandler.Response("", 429));
            var (second, _) = await RunAsync(call);

            Assert.Equal(3, first.Count);
            Assert.Contains("Idempotency-Key", first[0], StringComparison.Ordinal);
            Assert.Single(first.Distinct());
            Assert.NotEqual(first[0], second[0]);
        }
    }

    [Fact]
    public async Task A_purchase_that_was_credited_before_is_not_sent_again()
    {
        var (requests, failure) = await RunAsync(FacadeCalls.Of("createVirtualCurrencyTransaction"), () => StubHandler.Response(
            """{"errors":[{"source":null,"errors":["The purchase was credited before."]}],"error_code":"duplicate_source_transaction","status_code":409}""", 409, headers: ("Retry-After", "1")));

        Assert.Equal("duplicate_source_transaction", Assert.IsType<AdaptyConflictException>(failure).ErrorCode);
        Assert.False(failure!.IsTransient);
        Assert.Single(requests);
    }

    private static Task<(List<string> Requests, AdaptyException? Failure)> RunAsync(OperationCall call, params Func<HttpResponseMessage>[] failures) =>
        RunAsync(call, new ImpatientClock(), failures);

    /// <summary>Makes a call whose first attempts fail and whose next one succeeds; the waits pass at once. A request is its method, target, headers and body.</summary>
    private static async Task<(List<string> Requests, AdaptyException? Failure)> RunAsync(OperationCall call, ImpatientClock clock, params Func<HttpResponseMessage>[] failures)
    {
        var requests = new List<string>();
        using var client = new StubHandler(async (request, token) =>
        {
            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(token);
            var headers = request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated.AsEnumerable() ?? []).Select(header => $"{header.Key}: {header.Value}");
            requests.Add($"{request.Method} {request.RequestUri}\n{string.Join('\n', headers.Order(StringComparer.Ordinal))}\n\n{body}");
            return requests.Count <= failures.Length
                ? failures[requests.Count - 1]()
                : StubHandler.Response(DocumentedServer.Body(call.Operation), call.Success);
        }).Client(options => (options.TimeProvider, options.MaxRetries) = (clock, 3));

        try
        {
            await call.Send(client, TestContext.Current.CancellationToken);
            return (requests, null);
        }
        catch (AdaptyException failure)
        {
            return (requests, failure);
        }
    }
}
