using Adapty.Kiota.Errors;

namespace Adapty.Kiota;

/// <summary>Adapty names another thing that does not exist: a paywall (<c>paywall_does_not_exist</c>) or an access level of the app (<c>paid_access_level_does_not_exist</c>).</summary>
public class AdaptyResourceNotFoundException : AdaptyApiException
{
    /// <inheritdoc cref="AdaptyException(string, Exception?)"/>
    public AdaptyResourceNotFoundException(string message, Exception? innerException = null) : base(message, innerException)
    {
    }

    internal AdaptyResourceNotFoundException(Refusal refusal) : base(refusal)
    {
    }
}
