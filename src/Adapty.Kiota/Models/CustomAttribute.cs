namespace Adapty.Kiota.Models;

// CUSTOM: Kiota leaves a null out, and deleting an attribute is a null.

/// <content>Adapty turns booleans and integers into floats, so an attribute is made of a string or a number; deleting one is explicit.</content>
#pragma warning disable CA1711 // The field's own name for it; the generator makes the class.
public partial class CustomAttribute
#pragma warning restore CA1711
{
    internal const string ValueName = "value";

    /// <summary>Whether this tells Adapty to delete the attribute.</summary>
    internal bool IsDeletion => Value is null && AdditionalData.TryGetValue(ValueName, out var value) && value is null;

    /// <summary>An attribute with a string.</summary>
    /// <param name="key">1 to 30 characters: letters, digits, <c>-</c>, <c>.</c>, <c>_</c>.</param>
    /// <param name="value">1 to 50 characters; some of Adapty's pages say 30.</param>
    public static CustomAttribute Of(string key, string value) => new() { Key = key, Value = new CustomAttributeValue { String = value } };

    /// <summary>An attribute with a number. It may come back in another form (10 as 10.0): compare by value.</summary>
    /// <param name="key">1 to 30 characters: letters, digits, <c>-</c>, <c>.</c>, <c>_</c>.</param>
    /// <param name="value">The number.</param>
    public static CustomAttribute Of(string key, decimal value) => new() { Key = key, Value = new CustomAttributeValue { Decimal = value } };

    /// <summary>Deletes the attribute of that key.</summary>
    /// <param name="key">1 to 30 characters: letters, digits, <c>-</c>, <c>.</c>, <c>_</c>.</param>
    public static CustomAttribute Delete(string key)
    {
        var attribute = new CustomAttribute { Key = key };
        // Kiota leaves a null property out, and sends a null in here.
        attribute.AdditionalData[ValueName] = null!;
        return attribute;
    }
}
