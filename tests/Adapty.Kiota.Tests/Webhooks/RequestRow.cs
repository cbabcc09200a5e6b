using Adapty.Kiota.Webhooks;

namespace Adapty.Kiota.Tests.Webhooks;

/// <summary>Something that an endpoint on the internet gets, and what must become of it.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Send">Sends it, and gives the last reply.</param>
/// <param name="Status">The status of the last reply; 0 when there must be none.</param>
/// <param name="Reasons">Why, for each request.</param>
/// <param name="Handled">How often the handler is called.</param>
internal sealed record RequestRow(
    string Name, Func<WebhookServer, Task<WebhookServer.RawReply>> Send, int Status, string Reasons, int Handled)
{
    /// <summary>The body of the last reply.</summary>
    public string Body { get; init; } = "{}";

    public Action<WebhookOptions, WebhookServer> Configure { get; init; } = (_, _) => { };

    /// <summary>What the handler does.</summary>
    public Func<WebhookServer, CancellationToken, Task> Handle { get; init; } = (_, _) => Task.CompletedTask;
}
