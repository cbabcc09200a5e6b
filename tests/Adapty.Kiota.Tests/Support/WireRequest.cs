namespace Adapty.Kiota.Tests.Support;

/// <summary>A request as it came out of the socket.</summary>
internal sealed record WireRequest(string Method, string Target, string Protocol, IReadOnlyDictionary<string, string> Headers, string Body);
