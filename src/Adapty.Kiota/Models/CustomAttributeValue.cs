using System.Text.Json.Serialization;

namespace Adapty.Kiota.Models;

// CUSTOM: the generator makes a wrapper with one property per kind of value, and no text of it.

/// <content>The value as text.</content>
[JsonConverter(typeof(CustomAttributeValueConverter))]
public partial class CustomAttributeValue
{
    /// <summary>The value as text: a string as it is, a number in invariant form, <c>true</c> or <c>false</c>; empty when there is none.</summary>
    public override string ToString() =>
        String ?? Decimal?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? (Boolean is { } boolean ? boolean ? "true" : "false" : "");
}
