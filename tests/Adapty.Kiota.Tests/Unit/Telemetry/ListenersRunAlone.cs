namespace Adapty.Kiota.Tests.Unit.Telemetry;

/// <summary>
/// Tests that listen to spans run alone: a listener hears the whole process, and while one is there, .NET adds a traceparent
/// header to every request, those of other tests among them.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ListenersRunAlone
{
    /// <summary>What the tests name.</summary>
    public const string Name = "Listening to spans";
}
