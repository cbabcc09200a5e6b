using Adapty.Kiota.Testing.Bodies;

namespace Adapty.Kiota.Testing.Server;

/// <summary>How an area of the API refuses: the shapes of its errors, and what it says of a profile that does not exist.</summary>
internal sealed record Dialect(ErrorShape Shape, ErrorShape FieldShape)
{
    /// <summary>Profiles.</summary>
    public static readonly Dialect Profiles = new(ErrorShape.Objects, ErrorShape.Map);

    /// <summary>Set transaction, grant and revoke: an unknown profile is a bad request.</summary>
    public static readonly Dialect Purchases = Profiles with { NoProfileStatus = 400, NoProfileSource = ErrorBody.NoField };

    /// <summary>Paddle and paywalls.</summary>
    public static readonly Dialect Texts = new(ErrorShape.Texts, ErrorShape.Texts) { FieldCode = AdaptyErrorCodes.ValidationError, KeyCode = AdaptyErrorCodes.Unauthorized };

    public static readonly Dialect RefundSaver = Texts with { NoProfileStatus = 400 };

    public static readonly Dialect Identifiers = Texts with { NoProfileCode = AdaptyErrorCodes.ProfileNotFound };

    /// <summary>Virtual currency: what breaks the schema is 422, with a code that nobody documents.</summary>
    public static readonly Dialect Currencies = new(ErrorShape.Objects, ErrorShape.Objects) { FieldStatus = 422, FieldCode = null };

    public static readonly Dialect Stripe = new(ErrorShape.JsonApi, ErrorShape.JsonApi) { KeyShape = ErrorShape.Objects };

    private int NoProfileStatus { get; init; } = 404;

    private string NoProfileCode { get; init; } = AdaptyErrorCodes.ProfileDoesNotExist;

    private string? NoProfileSource { get; init; }

    private int FieldStatus { get; init; } = 400;

    private string? FieldCode { get; init; } = AdaptyErrorCodes.BaseError;

    private string KeyCode { get; init; } = AdaptyErrorCodes.NotAuthenticated;

    private ErrorShape? KeyShape { get; init; }

    public HttpResponseMessage Refuse(RefusalException refusal) => refusal.Status is { } status
        ? Answers.Refusal(Shape, status, refusal.ErrorCode, refusal.Source, refusal.Message)
        : Answers.Refusal(FieldShape, FieldStatus, FieldCode, refusal.Source, FieldShape == ErrorShape.Texts ? $"{refusal.Source}: {refusal.Message}" : refusal.Message);

    public RefusalException NoProfile() => new(NoProfileStatus, NoProfileCode, NoProfileSource, "Profile not found");

    /// <param name="given">The Authorization header.</param>
    public HttpResponseMessage NotAuthenticated(string? given) => Answers.Refusal(
        KeyShape ?? Shape,
        401,
        KeyCode,
        ErrorBody.NoField,
        // A wrong key is not the test's missing header: the message tells which of the two it is.
        given?.StartsWith("Api-Key ", StringComparison.Ordinal) == true ? "Invalid API key" : "Authentication credentials were not provided.");
}
