using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Adapty.Kiota.Tests.Support;

/// <summary>The examples of our own description of the API, so that no test holds a copy of them.</summary>
internal static partial class Spec
{
    private static readonly YamlMappingNode Root = Load();

    private static readonly Dictionary<string, string> Methods = new(StringComparer.Ordinal)
    {
        ["GET"] = "get",
        ["POST"] = "post",
        ["PUT"] = "put",
        ["PATCH"] = "patch",
        ["DELETE"] = "delete",
    };

    /// <summary>The operations: id, method and path.</summary>
    public static IReadOnlyList<(string Operation, string Method, string Path)> Operations { get; } =
    [
        .. from path in Mapping(Root, "paths").Children
           from method in ((YamlMappingNode)path.Value).Children
           where method.Value is YamlMappingNode operation && operation.Children.ContainsKey("operationId")
           select (Text(method.Value, "operationId"), Scalar(method.Key).ToUpperInvariant(), Scalar(path.Key)),
    ];

    /// <summary>Every example of an answer: the operation, the status as it stands there (such as 200 or 4XX), the media type, the example's name and its body.</summary>
    public static IReadOnlyList<(string Operation, string Status, string MediaType, string Name, JsonNode Body)> Answers { get; } = [.. ReadAnswers()];

    /// <summary>The body of an answer, by the example's name, or the first one.</summary>
    public static JsonNode Answer(string operation, string status = "200", string? name = null) =>
        Answers.First(answer => answer.Operation == operation && answer.Status == status && (name is null || answer.Name == name)).Body.DeepClone();

    /// <summary>The operations whose request may name a user by a header.</summary>
    public static IReadOnlyList<string> OfUsers { get; } =
    [
        .. Operations
            .Where(operation => Mapping(Mapping(Mapping(Root, "paths"), operation.Path), Methods[operation.Method]).Children.TryGetValue("parameters", out var parameters)
                && ((YamlSequenceNode)parameters).Any(parameter => parameter.ToString().Contains("CustomerUserIdHeader", StringComparison.Ordinal)))
            .Select(operation => operation.Operation),
    ];

    private static IEnumerable<(string Operation, string Status, string MediaType, string Name, JsonNode Body)> ReadAnswers()
    {
        foreach (var (operation, method, path) in Operations)
        {
            var responses = Mapping(Mapping(Mapping(Mapping(Root, "paths"), path), Methods[method]), "responses");
            foreach (var (status, response) in responses.Children)
            {
                if (!Resolve((YamlMappingNode)response).Children.TryGetValue("content", out var content))
                    continue;
                foreach (var (mediaType, described) in ((YamlMappingNode)content).Children)
                {
                    foreach (var (name, example) in Mapping(described, "examples").Children)
                        yield return (operation, Scalar(status), Scalar(mediaType), Scalar(name), ToJson(((YamlMappingNode)example)["value"])!);
                }
            }
        }
    }

    private static YamlMappingNode Load()
    {
        using var reader = File.OpenText(Path.Combine(Checkout.Root, "openapi", "adapty-server-side.yaml"));
        var stream = new YamlStream();
        stream.Load(reader);
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    private static YamlMappingNode Resolve(YamlMappingNode node) =>
        node.Children.TryGetValue("$ref", out var reference)
            ? Scalar(reference).Split('/').Skip(1).Aggregate(Root, Mapping)
            : node;

    private static YamlMappingNode Mapping(YamlNode node, string key) => (YamlMappingNode)((YamlMappingNode)node)[key];

    private static string Text(YamlNode node, string key) => Scalar(((YamlMappingNode)node)[key]);

    private static string Scalar(YamlNode node) => ((YamlScalarNode)node).Value!;

    /// <summary>The JSON that a YAML value stands for; numbers keep their text.</summary>
    private static JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(child => KeyValuePair.Create(Scalar(child.Key), ToJson(child.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(ToJson)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "null" } => null,
        YamlScalarNode { Style: ScalarStyle.Plain, Value: { } text } when text is "true" or "false" || Number().IsMatch(text) => JsonNode.Parse(text),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => throw new NotSupportedException($"{node.NodeType} in an example"),
    };

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$")]
    private static partial Regex Number();
}
