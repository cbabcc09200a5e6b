using System.Text.Json;
using Adapty.Kiota.Models;

namespace Adapty.Kiota.Testing.Bodies;

internal static class VirtualCurrencyTransactionBody
{
    public static void Write(Utf8JsonWriter writer, VirtualCurrencyTransaction transaction)
    {
        writer.WriteString("transaction_id", transaction.TransactionId);
        writer.WriteDate("created_at", transaction.CreatedAt);
        writer.WriteString("transaction_type", transaction.TransactionType);
        writer.WriteArray("items", transaction.Items, static (writer, item) =>
        {
            writer.WriteString("currency_code", item.CurrencyCode);
            writer.WriteNumber("amount", item.Amount!.Value);
            writer.WriteNumber("balance_after", item.BalanceAfter!.Value);
        });
        if (transaction.Metadata is { } metadata)
        {
            writer.WriteStartObject("metadata");
            writer.WriteAdditional(metadata.AdditionalData);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNull("metadata");
        }
    }
}
