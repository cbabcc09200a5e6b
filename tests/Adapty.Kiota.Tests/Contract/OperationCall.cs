namespace Adapty.Kiota.Tests.Contract;

/// <summary>One way to call one operation, and the request that must come out of it.</summary>
/// <param name="Operation">The operation's id in the spec.</param>
/// <param name="Variant">What is special about this call.</param>
/// <param name="Method">The method.</param>
/// <param name="Target">The path and the query, as they are on the wire.</param>
/// <param name="Send">Makes the call, and returns what it gave (a list for what comes page by page, null for nothing).</param>
internal sealed record OperationCall(string Operation, string Variant, string Method, string Target, Func<AdaptyClient, CancellationToken, Task<object?>> Send)
{
    /// <summary>The body, byte by byte; empty for none.</summary>
    public string Body { get; init; } = "";

    public string ContentType { get; init; } = "application/json";

    public string Accept { get; init; } = "application/json";

    /// <summary>What names the user, and whatever else the operation has of its own.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The status of success.</summary>
    public int Success => Operation == "deleteProfile" ? 204 : 200;

    public override string ToString() => $"{Operation}, {Variant}";
}
