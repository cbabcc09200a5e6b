using System.Runtime.CompilerServices;
using Adapty.Kiota.Api.V2.ServerSideApi.Paywalls;
using Adapty.Kiota.Calls;
using Adapty.Kiota.Json;
using Adapty.Kiota.Limits;
using Adapty.Kiota.Models;

namespace Adapty.Kiota;

/// <summary>The app's paywalls and their remote configs.</summary>
public class PaywallsClient
{
    private const int DefaultPageSize = 20;

    private readonly RequestAdapter _adapter = null!;
    private readonly PaywallsRequestBuilder _paywalls = null!;
    private readonly EmptyPathSegmentRequestBuilder _list = null!;

    internal PaywallsClient(RequestAdapter adapter, AdaptyApiClient api)
    {
        _adapter = adapter;
        _paywalls = api.Api.V2.ServerSideApi.Paywalls;
        _list = _paywalls.EmptyPathSegment;
    }

    /// <summary>For mocking libraries.</summary>
    protected PaywallsClient()
    {
    }

    /// <summary>All paywalls, page by page as they are asked for; without remote configs and screenshots, which <see cref="GetAsync"/> has.</summary>
    /// <param name="cancellationToken">Ends the listing at once.</param>
    /// <exception cref="AdaptyAuthenticationException">The API key is not accepted.</exception>
    /// <exception cref="AdaptyApiException">Adapty refused for another reason, or failed.</exception>
    /// <exception cref="AdaptyResponseException">A response cannot be read, or is another page than was asked for.</exception>
    /// <exception cref="AdaptyConnectionException">There was no response, or none in time (<see cref="AdaptyTimeoutException"/>).</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public virtual IAsyncEnumerable<Paywall> ListAsync(CancellationToken cancellationToken = default) => ListAsync(DefaultPageSize, cancellationToken);

    /// <param name="pageSize">How many paywalls one request brings: 1 to 100.</param>
    /// <param name="cancellationToken">Ends the listing at once.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="pageSize"/> is not from 1 to 100.</exception>
    /// <inheritdoc cref="ListAsync(CancellationToken)"/>
    public virtual IAsyncEnumerable<Paywall> ListAsync(int pageSize, CancellationToken cancellationToken = default) =>
        PagesAsync(PageRules.CheckSize(pageSize, nameof(pageSize)), cancellationToken);

    /// <summary>Reads one paywall with its remote configs.</summary>
    /// <param name="paywallId">Its id.</param>
    /// <param name="cancellationToken">Ends the call at once.</param>
    /// <exception cref="AdaptyResourceNotFoundException">There is no such paywall.</exception>
    /// <exception cref="ArgumentException"><paramref name="paywallId"/> is no id.</exception>
    /// <inheritdoc cref="ListAsync(CancellationToken)"/>
    public virtual Task<Paywall> GetAsync(string paywallId, CancellationToken cancellationToken = default)
    {
        var request = _paywalls[PaywallRules.CheckId(paywallId, nameof(paywallId))].EmptyPathSegment.ToGetRequestInformation();
        return _adapter.SendAsync<Paywall>(request, cancellationToken);
    }

    /// <summary>
    /// Replaces <em>all</em> remote configs of a paywall: to change one, read the paywall, change that one, and send the whole list.
    /// </summary>
    /// <param name="paywallId">Its id.</param>
    /// <param name="remoteConfigs">The whole list, at least one; the <c>Data</c> of each, a JSON document in a string, is passed through untouched.</param>
    /// <param name="cancellationToken">Ends the call at once.</param>
    /// <returns>The paywall as it is now.</returns>
    /// <exception cref="AdaptyResourceNotFoundException">There is no such paywall.</exception>
    /// <exception cref="ArgumentException"><paramref name="paywallId"/> is no id, or a config lacks its locale or data.</exception>
    /// <inheritdoc cref="ListAsync(CancellationToken)"/>
    public virtual Task<Paywall> UpdateAsync(string paywallId, IEnumerable<RemoteConfig> remoteConfigs, CancellationToken cancellationToken = default)
    {
        var body = new UpdatePaywallRequest { RemoteConfigs = PaywallRules.CheckConfigs(remoteConfigs, nameof(remoteConfigs)) };
        var request = _paywalls[PaywallRules.CheckId(paywallId, nameof(paywallId))].EmptyPathSegment.ToPutRequestInformation(body);
        return _adapter.SendAsync<Paywall>(request, cancellationToken);
    }

    private async IAsyncEnumerable<Paywall> PagesAsync(int pageSize, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var number = 1; ; number++)
        {
            var request = _list.ToGetRequestInformation();
            // By their names: the generated, typed parameters are filled by reflection.
            request.QueryParameters.Add("page%5Bnumber%5D", number);
            request.QueryParameters.Add("page%5Bsize%5D", pageSize);
            var page = await _adapter.SendAsync(request, ReadPage(number), cancellationToken).ConfigureAwait(false);
            foreach (var paywall in page.Data!)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return paywall;
            }

            if (number >= page.Meta!.Pagination!.Pages)
                yield break;
        }
    }

    private static BodyReader<PaywallList> ReadPage(int number) => (body, response) =>
    {
        var page = ResponseJson.Read<PaywallList>(body, response.Clock);
        return page.Meta!.Pagination!.Page == number
            ? page
            : throw response.Unreadable($"it is not page {number}, which was asked for", "$.meta.pagination.page");
    };
}
