using System.Globalization;

namespace Adapty.Kiota.Testing.Server;

/// <summary>The parameters behind the question mark, decoded once.</summary>
internal sealed class Query
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public Query(string text)
    {
        foreach (var parameter in text.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = parameter.IndexOf('=') is >= 0 and var sign ? (parameter[..sign], parameter[(sign + 1)..]) : (parameter, "");
            _values[Decode(name)] = Decode(value);
        }
    }

    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>A number in its range; the default when it is not given.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="or">The default.</param>
    /// <param name="most">The largest; the smallest is 1.</param>
    /// <param name="source">The name that a refusal gives it.</param>
    public int Number(string name, int or, int most, string source)
    {
        if (this[name] is not { } text)
            return or;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most
            ? number
            : throw new RefusalException(
                400, AdaptyErrorCodes.ValidationError, source, $"{source} must be a number from 1{(most == int.MaxValue ? "" : $" to {most}")}.");
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
