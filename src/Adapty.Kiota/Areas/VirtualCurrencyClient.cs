using System.Runtime.CompilerServices;
using Adapty.Kiota.Calls;
using Adapty.Kiota.Json;
using Adapty.Kiota.Limits;
using Adapty.Kiota.Models;
using Balances = Adapty.Kiota.Api.V2.ServerSideApi.Vc.Balances.EmptyPathSegmentRequestBuilder;
using Transactions = Adapty.Kiota.Api.V2.ServerSideApi.Vc.Transactions.EmptyPathSegmentRequestBuilder;

namespace Adapty.Kiota;

/// <summary>The user's balances of the app's virtual currencies. Adapty's support switches this on for an app.</summary>
public class VirtualCurrencyClient
{
    private const int DefaultPageSize = 50;

    private readonly RequestAdapter _adapter = null!;
    private readonly Transactions _transactions = null!;
    private readonly Balances _balances = null!;

    internal VirtualCurrencyClient(RequestAdapter adapter, AdaptyApiClient api)
    {
        _adapter = adapter;
        _transactions = api.Api.V2.ServerSideApi.Vc.Transactions.EmptyPathSegment;
        _balances = api.Api.V2.ServerSideApi.Vc.Balances.EmptyPathSegment;
    }

    /// <summary>For mocking libraries.</summary>
    protected VirtualCurrencyClient()
    {
    }

    /// <summary>
    /// Credits and debits a user, all items or none. The call carries an idempotency key of its own, the same over its
    /// retries. A credit made here never expires.
    /// </summary>
    /// <param name="key">Whose profile.</param>
    /// <param name="request">1 to 20 items, each currency once; amounts above 0 credit, below 0 debit. Metadata: at most 5 strings.</param>
    /// <param name="cancellationToken">Ends the call at once.</param>
    /// <returns>The transaction's id, and the balances of the currencies that it touched.</returns>
    /// <exception cref="AdaptyForbiddenException">Virtual currency is off for this app.</exception>
    /// <exception cref="AdaptyConflictException">The same idempotency key is still in work, or that store transaction was credited before.</exception>
    /// <exception cref="AdaptyValidationException">A balance is too small, a currency does not exist; <see cref="AdaptyApiException.ErrorCode"/> says which.</exception>
    /// <exception cref="ArgumentException">A documented limit is broken; the message names path and rule.</exception>
    /// <inheritdoc cref="ProfilesClient.GetAsync"/>
    public virtual Task<VirtualCurrencyTransactionResult> CreateTransactionAsync(
        ProfileKey key, VirtualCurrencyTransactionRequest request, CancellationToken cancellationToken = default) =>
        CreateTransactionAsync(key, request, Guid.NewGuid(), cancellationToken);

    /// <param name="key">Whose profile.</param>
    /// <param name="request">1 to 20 items, each currency once; amounts above 0 credit, below 0 debit. Metadata: at most 5 strings.</param>
    /// <param name="idempotencyKey">
    /// A UUID of version 4 under which you may repeat the call, for example after a restart: Adapty responds with the first
    /// result. It remembers a key for an hour at most, and per profile; after that the same key is a new transaction.
    /// </param>
    /// <param name="cancellationToken">Ends the call at once.</param>
    /// <inheritdoc cref="CreateTransactionAsync(ProfileKey, VirtualCurrencyTransactionRequest, CancellationToken)"/>
    public virtual Task<VirtualCurrencyTransactionResult> CreateTransactionAsync(
        ProfileKey key, VirtualCurrencyTransactionRequest request, string idempotencyKey, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        VirtualCurrencyRules.Check(request, nameof(request));
        var create = _transactions.ToPostRequestInformation(request).For(key);
        create.Headers.Add(HeaderNames.IdempotencyKey, VirtualCurrencyRules.CheckIdempotencyKey(idempotencyKey, nameof(idempotencyKey)));
        return _adapter.SendAsync<VirtualCurrencyTransactionResult>(create, cancellationToken);
    }

    /// <inheritdoc cref="CreateTransactionAsync(ProfileKey, VirtualCurrencyTransactionRequest, string, CancellationToken)"/>
    public virtual Task<VirtualCurrencyTransactionResult> CreateTransactionAsync(
        ProfileKey key, VirtualCurrencyTransactionRequest request, Guid idempotencyKey, CancellationToken cancellationToken = default) =>
        CreateTransactionAsync(key, request, idempotencyKey.ToString("D"), cancellationToken);

    /// <summary>All transactions of all currencies, the newest first, page by page as they are asked for.</summary>
    /// <inheritdoc cref="ListTransactionsAsync(ProfileKey, string?, int, CancellationToken)"/>
    public virtual IAsyncEnumerable<VirtualCurrencyTransaction> ListTransactionsAsync(ProfileKey key, CancellationToken cancellationToken = default) =>
        ListTransactionsAsync(key, currencyCode: null, DefaultPageSize, cancellationToken);

    /// <summary>The transactions of one currency, or of all, the newest first, page by page as they are asked for.</summary>
    /// <param name="key">Whose profile.</param>
    /// <param name="currencyCode">The currency's code; null for all.</param>
    /// <param name="pageSize">How many transactions one request brings: 1 to 100.</param>
    /// <param name="cancellationToken">Ends the listing at once.</param>
    /// <exception cref="AdaptyForbiddenException">Virtual currency is off for this app.</exception>
    /// <exception cref="AdaptyResponseException">A response cannot be read, or the pages repeat.</exception>
    /// <exception cref="ArgumentException"><paramref name="key"/> is the default value, <paramref name="currencyCode"/> is empty or whitespace, or <paramref name="pageSize"/> is not from 1 to 100.</exception>
    /// <inheritdoc cref="ProfilesClient.GetAsync"/>
    public virtual IAsyncEnumerable<VirtualCurrencyTransaction> ListTransactionsAsync(
        ProfileKey key, string? currencyCode, int pageSize = DefaultPageSize, CancellationToken cancellationToken = default)
    {
        key.Require(nameof(key));
        if (currencyCode is not null)
            Rule.RequireString(currencyCode, nameof(currencyCode));
        return PagesAsync(key, currencyCode, PageRules.CheckSize(pageSize, nameof(pageSize)), cancellationToken);
    }

    /// <summary>The balances of all currencies of a user. Of two responses the one with the larger <c>ResponseCreatedAt</c> is the newer.</summary>
    /// <exception cref="AdaptyForbiddenException">Virtual currency is off for this app.</exception>
    /// <inheritdoc cref="ProfilesClient.GetAsync"/>
    public virtual Task<VirtualCurrencyBalanceList> GetBalancesAsync(ProfileKey key, CancellationToken cancellationToken = default) =>
        _adapter.SendAsync<VirtualCurrencyBalanceList>(_balances.ToGetRequestInformation().For(key), cancellationToken);

    private async IAsyncEnumerable<VirtualCurrencyTransaction> PagesAsync(
        ProfileKey key, string? currencyCode, int pageSize, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        AdaptyResponseException? circle = null;
        string? cursor = null;
        do
        {
            var request = _transactions.ToGetRequestInformation().For(key);
            // By their names: the generated, typed parameters are filled by reflection.
            request.QueryParameters.Add("limit", pageSize);
            if (currencyCode is not null)
                request.QueryParameters.Add("currency_code", currencyCode);
            if (cursor is not null)
                request.QueryParameters.Add("cursor", cursor);
            var page = await _adapter.SendAsync(request, ReadPage, cancellationToken).ConfigureAwait(false);
            foreach (var transaction in page.Data!)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return transaction;
            }

            if (circle is not null)
                throw circle;
            cursor = page.Pagination!.NextCursor;
        }
        while (cursor is not null);

        VirtualCurrencyTransactionPage ReadPage(ReadOnlySpan<byte> body, ApiResponse response)
        {
            var page = ResponseJson.Read<VirtualCurrencyTransactionPage>(body, response.Clock);
            if (page.Pagination!.NextCursor is { } next && !seen.Add(next))
                circle = response.Unreadable("its cursor came before, and would lead in circles", "$.pagination.next_cursor");
            return page;
        }
    }
}
