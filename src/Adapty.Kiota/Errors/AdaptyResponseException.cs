namespace Adapty.Kiota;

/// <summary>
/// A response came, but not one that the API documents: an unexpected success status, a redirect, a body that is not the
/// promised JSON, a value of the wrong kind. It says nothing about the user and must never be taken for "no access".
/// </summary>
public class AdaptyResponseException : AdaptyException
{
    /// <inheritdoc cref="AdaptyException(string, Exception?)"/>
    public AdaptyResponseException(string message, Exception? innerException = null) : base(message, innerException)
    {
    }

    /// <summary>The HTTP status of the response.</summary>
    public int StatusCode { get; init; }

    /// <summary>Where in the body the unreadable value is, such as <c>$.data.access_levels[0].expires_at</c>; null when it is not one value.</summary>
    public string? JsonPath { get; init; }

    /// <summary>
    /// The beginning of the body, at most 2 KB, with the API key, ids of users and e-mail addresses taken out; null when there was none.
    /// It may still hold data of a customer, so log it with care: it is not part of <see cref="Exception.Message"/>.
    /// </summary>
    public string? BodyExcerpt { get; init; }
}
