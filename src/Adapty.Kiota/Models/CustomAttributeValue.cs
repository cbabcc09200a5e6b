using System.Text.Json.Serialization;
using Adapty.Kiota.Json;

namespace Adapty.Kiota.Models;

/// <content>Kiota makes a wrapper with one property per kind; the converter fills the one that fits.</content>
[JsonConverter(typeof(CustomAttributeValueConverter))]
public partial class CustomAttributeValue
{
    /// <summary>The value as text: a string as it is, a number in invariant form, <c>true</c> or <c>false</c>; empty when there is none.</summary>
    public override string ToString() =>
        String ?? Decimal?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? (Boolean is { } boolean ? boolean ? "true" : "false" : "");
}
