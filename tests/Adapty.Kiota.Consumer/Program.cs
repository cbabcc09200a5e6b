using Adapty.Kiota.Consumer;

// An application that stores the models in its own ways. Prints what survives, and fails when a decision about access changes silently.
var broken = 0;
Console.WriteLine("| written by | read by | access | unknown fields | models |");
Console.WriteLine("| --- | --- | --- | --- | --- |");
foreach (var row in Row.All)
{
    Console.WriteLine($"| {row.Writer.Name} | {row.Reader.Name} | {row.Access} | {row.UnknownFields} | {row.Models} |");
    broken += row.Holds ? 0 : 1;
}

Console.WriteLine();
Console.WriteLine($"{Scene.All.Count} stored models with decisions, {SampleModels.Types.Count} models, {Serializer.All.Count} serializers; {broken} rows do not hold.");
return broken == 0 ? 0 : 1;
