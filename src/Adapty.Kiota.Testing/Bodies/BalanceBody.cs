using System.Text.Json;
using Adapty.Kiota.Testing.State;

namespace Adapty.Kiota.Testing.Bodies;

internal static class BalanceBody
{
    public static void Write(Utf8JsonWriter writer, FakeCurrency currency, int balance)
    {
        writer.WriteString("code", currency.Code);
        writer.WriteString("name", currency.Name);
        writer.WriteNumber("balance", balance);
        // Adapty holds nothing back for now.
        writer.WriteNumber("held", 0);
        writer.WriteNumber("available", balance);
    }
}
