using Microsoft.Kiota.Abstractions.Serialization;

namespace Adapty.Kiota.Json;

/// <summary>Makes the writers of request bodies.</summary>
internal sealed class RequestWriterFactory : ISerializationWriterFactory
{
    public string ValidContentType => "application/json";

    public ISerializationWriter GetSerializationWriter(string contentType) => new RequestWriter();
}
