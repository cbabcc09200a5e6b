namespace Adapty.Kiota.Telemetry;

/// <summary>OpenTelemetry's names for what an HTTP client does, and one of our own. None of them holds an id, a header or a body.</summary>
internal static class TagNames
{
    public const string Operation = "adapty.operation";
    public const string ErrorType = "error.type";
    public const string Method = "http.request.method";
    public const string ResendCount = "http.request.resend_count";
    public const string ServerAddress = "server.address";
    public const string ServerPort = "server.port";
    public const string StatusCode = "http.response.status_code";
}
