namespace Adapty.Kiota.Testing.Bodies;

/// <summary>The shapes in which Adapty refuses; which one it is depends on the operation.</summary>
internal enum ErrorShape
{
    /// <summary>A list of <c>{source, errors}</c>.</summary>
    Objects,

    /// <summary>A list of texts.</summary>
    Texts,

    /// <summary>The names of fields, each with a list of texts.</summary>
    Map,

    /// <summary>JSON:API: a list of <c>{detail, source, status}</c>, without a code.</summary>
    JsonApi,
}
