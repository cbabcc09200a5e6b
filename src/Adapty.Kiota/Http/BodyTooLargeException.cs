namespace Adapty.Kiota.Http;

/// <summary>An answer is larger than <see cref="AdaptyClientOptions.MaxResponseBytes"/>.</summary>
internal sealed class BodyTooLargeException : Exception;
