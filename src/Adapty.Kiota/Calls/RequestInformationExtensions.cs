using Microsoft.Kiota.Abstractions;

namespace Adapty.Kiota.Calls;

/// <summary>What the generator leaves out of a request, or puts in too much.</summary>
internal static class RequestInformationExtensions
{
    /// <summary>Says whose profile the request is about.</summary>
    public static RequestInformation For(this RequestInformation request, ProfileKey key, string parameterName = "key")
    {
        request.Headers.Add(key.HeaderName, key.Require(parameterName));
        return request;
    }

    /// <summary>Whether the body says nothing: Kiota writes the properties that have a value.</summary>
    public static bool HasEmptyBody(this RequestInformation request) => request.Content is { Length: 2 };

    /// <summary>Sends no body at all, where the API takes none for "nothing to say".</summary>
    public static RequestInformation WithoutBody(this RequestInformation request)
    {
        request.Content.Dispose();
        request.Content = Stream.Null;
        request.Headers.Remove("Content-Type");
        return request;
    }
}
