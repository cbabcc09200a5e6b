namespace Adapty.Kiota.Cli.Output;

/// <summary>One named value on a line of its own, in a block whose values stand below each other.</summary>
internal static class Field
{
    public static void Write(TextWriter output, string name, string? value, string none = "not given") =>
        output.WriteLine($"{name + ":",-18}{SafeText.Of(value ?? none)}");
}
