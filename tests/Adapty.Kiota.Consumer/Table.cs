using System.Text.Json;

namespace Adapty.Kiota.Consumer;

/// <summary>What one serializer makes of what another has written.</summary>
internal sealed record Row(Serializer Writer, Serializer Reader)
{
    public const string Same = "the same";
    public const string Unknown = "unknown (InvalidOperationException)";
    public const string Changed = "CHANGED";

    public static IEnumerable<Row> All => Serializer.All.SelectMany(_ => Serializer.All, (writer, reader) => new Row(writer, reader));

    /// <summary>What becomes of the access decisions, over all profiles.</summary>
    public string Access { get; } = Sum(Scene.All.Select(scene => (scene.Name, AccessOf(Writer, Reader, scene))));

    /// <summary>What becomes of fields that the models do not have.</summary>
    public string UnknownFields { get; } = Sum(Scene.All.Where(scene => scene.Name == Scene.UnknownFields).Select(scene => (scene.Model.GetType().Name, CopyOf(Writer, Reader, scene.Model))));

    /// <summary>What becomes of every model with something in every property.</summary>
    public string Models { get; } = Sum(SampleModels.Types.Select(type => (type.Name, CopyOf(Writer, Reader, SampleModels.Filled(type)))));

    /// <summary>No decision changes silently, and what the SDK gives loses nothing.</summary>
    public bool Holds => !Access.Contains(Changed, StringComparison.Ordinal)
        && (!Writer.IsAdaptys || !Reader.IsAdaptys || (Access, UnknownFields, Models) == (Same, Same, Same));

    public static string Json(object model) => JsonSerializer.Serialize(model, AdaptyJson.Options.GetTypeInfo(model.GetType()));

    private static string AccessOf(Serializer writer, Serializer reader, Scene scene)
    {
        try
        {
            var copy = reader.Read(writer.Write(scene.Model, scene.Model.GetType()), scene.Model.GetType())!;
            return scene.Decide(copy) == scene.Decide(scene.Model) ? Same : Changed;
        }
        catch (InvalidOperationException exception) when (exception.Message.Contains(nameof(AdaptyJson), StringComparison.Ordinal))
        {
            return Unknown;
        }
        catch (Exception exception)
        {
            return $"refused ({exception.GetType().Name})";
        }
    }

    private static string CopyOf(Serializer writer, Serializer reader, object model)
    {
        try
        {
            return Json(reader.Read(writer.Write(model, model.GetType()), model.GetType())!) == Json(model) ? Same : "not the same";
        }
        catch (Exception exception)
        {
            return $"refused ({exception.GetType().Name})";
        }
    }

    /// <summary>Each outcome once, with how many had it and, where they are few, which.</summary>
    private static string Sum(IEnumerable<(string Name, string Outcome)> outcomes)
    {
        var groups = outcomes.GroupBy(outcome => outcome.Outcome, outcome => outcome.Name).OrderByDescending(group => group.Key == Same).ToList();
        return groups is [var only]
            ? only.Key
            : string.Join("; ", groups.Select(group => $"{group.Key}: {(group.Distinct().Count() > 5 ? $"{group.Count()}" : string.Join(", ", group.Distinct()))}"));
    }
}
