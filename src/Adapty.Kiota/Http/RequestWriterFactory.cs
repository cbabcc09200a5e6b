using System.Text.Json;
using Adapty.Kiota.Reading;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;

namespace Adapty.Kiota.Http;

/// <summary>Makes the writers of request bodies: Kiota's, with Adapty's dates.</summary>
internal sealed class RequestWriterFactory : ISerializationWriterFactory
{
    private static readonly KiotaJsonSerializationContext Context = new(new JsonSerializerOptions { Converters = { new DateTimeConverter() } });

    public string ValidContentType => "application/json";

    public ISerializationWriter GetSerializationWriter(string contentType) => new RequestWriter(Context);
}
