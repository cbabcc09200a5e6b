namespace Adapty.Kiota;

/// <summary>One entry of Adapty's error list.</summary>
/// <param name="Source">The field, JSON pointer or group the messages are about, such as <c>expires_at</c> or <c>non_field_errors</c>; null when not said. A hint for people: Adapty's pages disagree on it, so do not branch on it.</param>
/// <param name="Messages">What is wrong, in Adapty's words, with ids of users and e-mail addresses taken out.</param>
public sealed record AdaptyError(string? Source, IReadOnlyList<string> Messages);
