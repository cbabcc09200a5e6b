using Adapty.Kiota.Errors;

namespace Adapty.Kiota;

/// <summary>Adapty says that there is no such profile (<c>profile_does_not_exist</c>, <c>profile_not_found</c>), whatever the status. A 404 that does not say so is never this.</summary>
public class AdaptyProfileNotFoundException : AdaptyApiException
{
    /// <inheritdoc cref="AdaptyException(string, Exception?)"/>
    public AdaptyProfileNotFoundException(string message, Exception? innerException = null) : base(message, innerException)
    {
    }

    internal AdaptyProfileNotFoundException(Refusal refusal) : base(refusal)
    {
    }
}
