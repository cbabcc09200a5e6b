using Adapty.Kiota.Calls;
using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Robustness.Faults;

/// <summary>One row of the fault table: what goes wrong, and what the caller sees of it.</summary>
/// <param name="Name">What goes wrong.</param>
/// <param name="Script">What the server does with the request of that number; the clock can be moved to make time pass.</param>
/// <param name="Expected">The exception's type; null when the call succeeds all the same.</param>
/// <param name="Status">The exception's status; 0 when it has none.</param>
/// <param name="Attempts">How often the request was sent.</param>
/// <param name="Seconds">How long the call took, by the fake clock.</param>
internal sealed record Fault(string Name, Func<int, Connection, ImpatientClock, Task> Script, Type? Expected, int Status, int Attempts, double Seconds)
{
    public Func<SocketsHttpHandler> Handler { get; init; } = Connections.CreateHandler;

    /// <summary>How connecting goes wrong, which no server can make.</summary>
    public Func<CancellationToken, Task>? Connect { get; init; }

    public Action<AdaptyClientOptions> Configure { get; init; } = _ => { };

    /// <summary>OperationCalls that are made before the one that is looked at.</summary>
    public int WarmUp { get; init; }
}
