using Adapty.Kiota.Json;
using Microsoft.Kiota.Abstractions;

namespace Adapty.Kiota.Calls;

/// <summary>What the generator leaves out of a request, or puts in although it is not wanted.</summary>
internal static class RequestInformationExtensions
{
    /// <summary>Says whose profile the request is about.</summary>
    public static RequestInformation For(this RequestInformation request, ProfileKey key, string parameterName = "key")
    {
        request.Headers.Add(key.HeaderName, key.Require(parameterName));
        return request;
    }

    /// <summary>Whether the body has no member: the writer leaves out properties that are null.</summary>
    public static bool HasEmptyBody(this RequestInformation request) => request.Content is RequestBody { IsEmptyObject: true };

    /// <summary>Sends no body at all, where the API expects none instead of an empty one.</summary>
    public static void WithoutBody(this RequestInformation request)
    {
        request.Content.Dispose();
        request.Content = Stream.Null;
        request.Headers.Remove("Content-Type");
    }
}
