namespace Adapty.Kiota.Tests.Contract;

/// <summary>The calls as data for theories, by name: a call itself is no data that a runner can show.</summary>
public static class OperationCalls
{
    private static readonly Dictionary<string, OperationCall> ByName =
        FacadeCalls.All.Concat(GeneratedCalls.All).ToDictionary(call => call.ToString(), StringComparer.Ordinal);

    /// <summary>Every variant of the facade, and every operation by the generated builder.</summary>
    public static TheoryData<string> Everything => [.. ByName.Keys];

    /// <summary>Each operation twice: by the facade's plain call and by the generated builder.</summary>
    public static TheoryData<string> EachOperation => [.. Plain.Select(call => call.ToString())];

    internal static IEnumerable<OperationCall> Plain => FacadeCalls.All.DistinctBy(call => call.Operation).Concat(GeneratedCalls.All);

    internal static OperationCall Named(string name) => ByName[name];
}
