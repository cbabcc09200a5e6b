namespace Xunit;

/// <summary>What the linked tests use of xunit v3's class of this name.</summary>
internal sealed class TestContext
{
    private TestContext()
    {
    }

    public static TestContext Current { get; } = new();

    public CancellationToken CancellationToken { get; } = CancellationToken.None;
}
