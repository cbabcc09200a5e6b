using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Contract;

/// <summary>A real server that answers as the spec's example of an operation does.</summary>
internal static class DocumentedServer
{
    public static Task<RecordingServer> StartAsync(OperationCall call) => RecordingServer.StartAsync(Body(call.Operation), call.Success);

    /// <summary>The body of success; empty where none is documented.</summary>
    public static string Body(string operation) => HasBody(operation) ? Spec.Answer(operation).ToJsonString() : "";

    /// <summary>Whether an operation's success has a body.</summary>
    public static bool HasBody(string operation) => Spec.Answers.Any(answer => answer.Operation == operation && answer.Status == "200");
}
