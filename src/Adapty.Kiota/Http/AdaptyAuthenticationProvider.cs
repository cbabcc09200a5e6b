using System.Diagnostics;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;

namespace Adapty.Kiota.Http;

/// <summary>Adds the key, and refuses any request that would carry it to another place than the base address.</summary>
internal sealed class AdaptyAuthenticationProvider(string apiKey, Uri baseAddress) : IAuthenticationProvider
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _authorization = "Api-Key " + apiKey;

    public Task AuthenticateRequestAsync(
        RequestInformation request, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default)
    {
        if (!BaseAddressRule.IsSameOrigin(baseAddress, request.URI))
            throw new ArgumentException("The request goes to another place than the client's base address: Adapty's key is not sent there.", nameof(request));

        // Whatever a caller of the generated builders put there is replaced: one client, one key.
        request.Headers.Remove(HeaderNames.Authorization);
        request.Headers.Add(HeaderNames.Authorization, _authorization);
        return Task.CompletedTask;
    }
}
