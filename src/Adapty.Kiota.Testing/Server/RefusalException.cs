namespace Adapty.Kiota.Testing.Server;

/// <summary>The API says no. How that is written, and with which status when none is given here, depends on the operation.</summary>
internal sealed class RefusalException : Exception
{
    public RefusalException(int status, string errorCode, string? source, string message) : base(message)
    {
        Status = status;
        ErrorCode = errorCode;
        Source = source;
    }

    private RefusalException(string field, string message) : base(message) => Source = field;

    /// <summary>Null for a field that is missing or not of the documented kind.</summary>
    public int? Status { get; }

    public string? ErrorCode { get; }

    public new string? Source { get; }

    /// <summary>A field is missing or not of the documented kind.</summary>
    public static RefusalException OfField(string field, string rule) => new(field, rule);
}
