namespace Adapty.Kiota.AotTests;

/// <summary>Every way in which a call can fail.</summary>
internal static class ExceptionChecks
{
    private static readonly ProfileKey Key = ProfileKey.ForCustomer("user-1");

    public static async Task RunAsync(FakeAdaptyServer server, Report report)
    {
        using var adapty = server.Client();
        server.Fake.AddProfile("user-1");

        Task Get() => adapty.Profiles.GetAsync(Key);
        async Task<T> RefusedAsync<T>(int status, string code)
            where T : AdaptyApiException
        {
            server.Fake.FailNextWithCode(status, code);
            var exception = await report.ThrowsAsync<T>(Get, $"{status} {code}");
            report.Equal(status, exception.StatusCode);
            report.Equal(code, exception.ErrorCode);
            report.Equal(1, exception.Errors.Count);
            return exception;
        }

        var unknown = await report.ThrowsAsync<AdaptyProfileNotFoundException>(() => adapty.Profiles.GetAsync(ProfileKey.ForCustomer("nobody")));
        report.Equal(AdaptyErrorCodes.ProfileDoesNotExist, unknown.ErrorCode);
        report.True(unknown.RequestId is { Length: > 0 });
        report.True(!unknown.IsTransient);

        using (var wrongKey = server.Client(options => options.ApiKey = "secret_live_wrong"))
        {
            var refused = await report.ThrowsAsync<AdaptyAuthenticationException>(() => wrongKey.Profiles.GetAsync(Key));
            report.Equal(401, refused.StatusCode);
            report.True(!refused.ToString().Contains("secret_live_wrong", StringComparison.Ordinal));
        }

        // Native AOT runs without .NET's messages here (UseSystemResourceKeys): the missing key is named all the same.
        server.Fake.FailNext(200, """{"data":{"profile_id":"p","access_levels":[{"access_level_id":"premium"}]}}""");
        var keyless = await report.ThrowsAsync<AdaptyResponseException>(Get, "a key is missing");
        report.Equal("$.data.access_levels[0].expires_at", keyless.JsonPath);

        await RefusedAsync<AdaptyForbiddenException>(403, AdaptyErrorCodes.FeatureNotEnabled);
        await RefusedAsync<AdaptyValidationException>(400, "some_field_error");
        await RefusedAsync<AdaptyConflictException>(409, AdaptyErrorCodes.IdempotencyInFlight);
        await RefusedAsync<AdaptyResourceNotFoundException>(404, AdaptyErrorCodes.PaywallDoesNotExist);
        await RefusedAsync<AdaptyApiException>(404, "something_new");
        report.True((await RefusedAsync<AdaptyServerException>(503, "out_of_order")).IsTransient);

        server.Fake.FailNext(429, """{"errors":[],"error_code":"rate_limited","status_code":429}""", headers: [new("Retry-After", "7")]);
        var limited = await report.ThrowsAsync<AdaptyRateLimitException>(Get);
        report.Equal(TimeSpan.FromSeconds(7), limited.RetryAfter);

        server.Fake.FailNext(502, "<html>Bad gateway</html>", "text/html");
        report.Equal(502, (await report.ThrowsAsync<AdaptyServerException>(Get)).StatusCode);

        server.Fake.FailNext(200, """{"data":{"profile_id":"p","access_levels":[{"access_level_id":"premium","expires_at":"soon"}]}}""");
        var unreadable = await report.ThrowsAsync<AdaptyResponseException>(Get);
        report.Equal("$.data.access_levels[0].expires_at", unreadable.JsonPath);
        server.Fake.FailNext(200, """{"data":{"profile_id":"p","access_levels":[{"access_level_id":"premium"}]}}""");
        report.Equal("$.data.access_levels[0].expires_at", (await report.ThrowsAsync<AdaptyResponseException>(Get)).JsonPath);

        server.Fake.FailNext(new HttpRequestException("closed"));
        report.True((await report.ThrowsAsync<AdaptyConnectionException>(Get)).IsTransient);

        using (var impatient = server.Client(options => options.AttemptTimeout = TimeSpan.FromMilliseconds(100)))
        {
            server.Fake.FailNext(new TimeoutException());
            report.True((await report.ThrowsAsync<AdaptyTimeoutException>(() => impatient.Profiles.GetAsync(Key))).IsTransient);
        }

        using (var patient = server.Client(options => options.MaxRetries = 2))
        {
            server.Fake.FailNext(503);
            report.Equal("user-1", (await patient.Profiles.GetAsync(Key)).CustomerUserId);
        }

        await report.ThrowsAsync<ArgumentException>(() => adapty.Profiles.GetAsync(default));
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        await report.ThrowsAsync<OperationCanceledException>(() => adapty.Profiles.GetAsync(Key, stopped.Token));
    }
}
