using System.Diagnostics;

namespace Adapty.Kiota.Calls;

/// <summary>The key, for requests to the base address alone.</summary>
internal sealed class KeyHeader(string apiKey, Uri baseAddress)
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _authorization = "Api-Key " + apiKey;

    public void RequireOwnPlace(Uri address)
    {
        if (!BaseAddress.IsSameOrigin(baseAddress, address))
            throw new ArgumentException("The request goes to another place than the client's base address: Adapty's key is not sent there.", nameof(address));
    }

    /// <param name="message">One to an address that <see cref="RequireOwnPlace"/> let pass.</param>
    public void AddTo(HttpRequestMessage message) => message.Headers.TryAddWithoutValidation(HeaderNames.Authorization, _authorization);
}
