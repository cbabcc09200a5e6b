using Adapty.Kiota.Errors;

namespace Adapty.Kiota;

/// <summary>Adapty did not accept the key: <c>not_authenticated</c>, <c>unauthorized</c>, or any other 401. Check that it is the app's secret key and still exists.</summary>
public class AdaptyAuthenticationException : AdaptyApiException
{
    /// <inheritdoc cref="AdaptyException(string, Exception?)"/>
    public AdaptyAuthenticationException(string message, Exception? innerException = null) : base(message, innerException)
    {
    }

    internal AdaptyAuthenticationException(Refusal refusal) : base(refusal)
    {
    }
}
