namespace Adapty.Kiota.Testing.Server;

/// <summary>The API refuses the request. The operation's <see cref="ErrorStyle"/> makes the response.</summary>
internal sealed class FakeErrorException(string? errorCode, string? source, string message, int? status = 400) : Exception(message)
{
    /// <summary>The source of an error that is not about a field.</summary>
    public const string NoField = "non_field_errors";

    /// <summary>Null for a field that is missing or of the wrong kind: the status depends on the operation.</summary>
    public int? Status => status;

    public string? ErrorCode => errorCode;

    public new string? Source => source;

    /// <summary>The request as a whole is wrong.</summary>
    public static FakeErrorException OfRequest(string message) => new(AdaptyErrorCodes.BaseError, NoField, message);

    /// <summary>A field is missing or of the wrong kind.</summary>
    public static FakeErrorException OfField(string field, string rule) => new(errorCode: null, field, rule, status: null);
}

/// <summary>How an operation writes its errors. Those of a field have their own shape, status and code (null for none).</summary>
internal sealed record ErrorStyle(
    ErrorShape Shape, ErrorShape FieldShape, int FieldStatus = 400, string? FieldCode = AdaptyErrorCodes.BaseError)
{
    public static readonly ErrorStyle Profiles = new(ErrorShape.Objects, ErrorShape.Map);

    /// <summary>Set transaction, grant and revoke: an unknown profile is a bad request.</summary>
    public static readonly ErrorStyle Transactions =
        Profiles with { NoProfile = (400, AdaptyErrorCodes.ProfileDoesNotExist, FakeErrorException.NoField) };

    /// <summary>Paddle and paywalls.</summary>
    public static readonly ErrorStyle Strings = new(ErrorShape.Strings, ErrorShape.Strings, FieldCode: AdaptyErrorCodes.ValidationError);

    public static readonly ErrorStyle RefundSaver = Strings with { NoProfile = (400, AdaptyErrorCodes.ProfileDoesNotExist, null) };

    public static readonly ErrorStyle Integrations = Strings with { NoProfile = (404, AdaptyErrorCodes.ProfileNotFound, null) };

    /// <summary>A body that breaks the schema is 422; its error code is not documented.</summary>
    public static readonly ErrorStyle VirtualCurrency = new(ErrorShape.Objects, ErrorShape.Objects, FieldStatus: 422, FieldCode: null);

    public static readonly ErrorStyle Stripe = new(ErrorShape.JsonApi, ErrorShape.JsonApi);

    private (int Status, string ErrorCode, string? Source) NoProfile { get; init; } = (404, AdaptyErrorCodes.ProfileDoesNotExist, null);

    public HttpResponseMessage Response(FakeErrorException error)
    {
        if (error.Status is { } status)
            return Responses.Error(Shape, status, error.ErrorCode, error.Source, error.Message);
        // In a list of strings only the message can name the field.
        var message = FieldShape == ErrorShape.Strings ? $"{error.Source}: {error.Message}" : error.Message;
        return Responses.Error(FieldShape, FieldStatus, FieldCode, error.Source, message);
    }

    public FakeErrorException ProfileNotFound() => new(NoProfile.ErrorCode, NoProfile.Source, "Profile not found", NoProfile.Status);

    /// <param name="authorization">The Authorization header: the message tells a wrong API key from a missing header.</param>
    public HttpResponseMessage NotAuthenticated(string? authorization)
    {
        var isWrongKey = authorization?.StartsWith("Api-Key ", StringComparison.Ordinal) == true;
        var message = isWrongKey ? "Invalid API key" : "Authentication credentials were not provided.";
        return Shape == ErrorShape.Strings
            ? Responses.Error(Shape, 401, AdaptyErrorCodes.Unauthorized, FakeErrorException.NoField, message)
            : Responses.Error(ErrorShape.Objects, 401, AdaptyErrorCodes.NotAuthenticated, FakeErrorException.NoField, message);
    }
}

/// <summary>The shapes of Adapty's error bodies; the operation decides which one it is.</summary>
internal enum ErrorShape
{
    /// <summary>A list of <c>{source, errors}</c>.</summary>
    Objects,

    /// <summary>A list of strings.</summary>
    Strings,

    /// <summary>The names of fields, each with a list of strings.</summary>
    Map,

    /// <summary>JSON:API: a list of <c>{detail, source, status}</c>, without an error code.</summary>
    JsonApi,
}
