using Adapty.Kiota.Errors;

namespace Adapty.Kiota;

/// <summary>The request clashes with another one: <c>idempotency_in_flight</c>, <c>duplicate_source_transaction</c>, or any other 409.</summary>
public class AdaptyConflictException : AdaptyApiException
{
    /// <inheritdoc cref="AdaptyException(string, Exception?)"/>
    public AdaptyConflictException(string message, Exception? innerException = null) : base(message, innerException)
    {
    }

    internal AdaptyConflictException(Refusal refusal) : base(refusal)
    {
    }
}
