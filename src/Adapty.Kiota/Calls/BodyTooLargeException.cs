namespace Adapty.Kiota.Calls;

/// <summary>An answer is larger than <see cref="AdaptyClientOptions.MaxResponseBytes"/>.</summary>
internal sealed class BodyTooLargeException : Exception;
