using Microsoft.Kiota.Abstractions.Serialization;

namespace Adapty.Kiota.Http;

/// <summary>
/// Kiota's adapter wants a reader, which is never used here (<see cref="Reading.AdaptyJson"/> reads). Without this one it
/// would take the process-wide registry's.
/// </summary>
internal sealed class UnusedParseNodeFactory : IParseNodeFactory
{
    public string ValidContentType => throw Unused();

    public IParseNode GetRootParseNode(string contentType, Stream content) => throw Unused();

    /// <summary>What the interface asks for since Kiota 2.0; public, so that the same assembly satisfies both.</summary>
#pragma warning disable CA1822 // An interface member in Kiota 2, where it cannot be static.
    public Task<IParseNode> GetRootParseNodeAsync(string contentType, Stream content, CancellationToken cancellationToken = default) => throw Unused();
#pragma warning restore CA1822

    private static NotSupportedException Unused() => new("Answers are not read through Kiota's parse nodes.");
}
