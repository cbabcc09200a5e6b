using Microsoft.Kiota.Abstractions.Serialization;

namespace Adapty.Kiota.Http;

/// <summary>
/// Kiota's adapter wants a reader, which is never used here (<see cref="Reading.AdaptyJson"/> reads). Without this one it
/// would take the process-wide registry's.
/// </summary>
internal class UnusedParseNodeFactory : IParseNodeFactory
{
    public string ValidContentType => throw Unused();

    public IParseNode GetRootParseNode(string contentType, Stream content) => throw Unused();

    /// <summary>
    /// What the interface asks for since Kiota 2.0. The same assembly satisfies both, as the runtime takes a public method of
    /// this name, but only a virtual one: so it is, and the class is not sealed.
    /// </summary>
    public virtual Task<IParseNode> GetRootParseNodeAsync(string contentType, Stream content, CancellationToken cancellationToken = default) => throw Unused();

    private static NotSupportedException Unused() => new("Answers are not read through Kiota's parse nodes.");
}
