using Adapty.Kiota.Limits;
using Adapty.Kiota.Models;
using Adapty.Kiota.Testing.Server;
using static Adapty.Kiota.AdaptyErrorCodes;

namespace Adapty.Kiota.Testing.Areas;

/// <summary>Paywalls, in the order in which they were added.</summary>
internal static class Paywalls
{
    private const string Path = FakeOperation.Root + "paywalls/";
    private const int DefaultPageSize = 20;

    public static readonly FakeOperation[] Operations =
    [
        new(HttpMethod.Get, Path, ErrorStyle.Strings, List),
        new(HttpMethod.Get, Path + "{id}/", ErrorStyle.Strings, Get),
        new(HttpMethod.Put, Path + "{id}/", ErrorStyle.Strings, Update),
    ];

    /// <summary>A page after the last one is empty.</summary>
    private static HttpResponseMessage List(FakeRequest request)
    {
        var number = request.Number("page[number]", 1, int.MaxValue);
        var size = request.Number("page[size]", DefaultPageSize, ApiLimits.PageSize);
        var paywalls = request.State.App.Paywalls;
        var page = FakeJson.ToNode(new PaywallList
        {
            Data = [.. paywalls.Where((_, index) => index / size == number - 1)],
            Meta = new()
            {
                Pagination = new() { Count = paywalls.Count, Page = number, Pages = Math.Max(1, (paywalls.Count + size - 1) / size) },
            },
        });

        foreach (var paywall in page["data"]!.AsArray())
        {
            // Only the response for one paywall has these.
            paywall!.AsObject().Remove("remote_configs");
            paywall.AsObject().Remove("main_screenshot");
        }

        return Responses.Json(page);
    }

    private static HttpResponseMessage Get(FakeRequest request) => Responses.Json(Find(request));

    /// <summary>Replaces all remote configs.</summary>
    private static HttpResponseMessage Update(FakeRequest request)
    {
        var paywall = Find(request);
        if (request.Body().Objects("remote_configs") is not { Count: > 0 } configs)
            throw new FakeErrorException(ValidationError, "remote_configs", "remote_configs: there is nothing to update.");

        paywall.RemoteConfigs = configs.ConvertAll(config =>
        {
            config.Require("locale");
            var read = config.Read<RemoteConfig>();
            return read.Data is null ? throw config.Missing("data") : read;
        });
        paywall.UpdatedAt = request.Now;
        return Responses.Json(paywall);
    }

    private static Paywall Find(FakeRequest request) =>
        request.State.App.Paywalls.Find(paywall => paywall.PaywallId == request.Id)
        ?? throw new FakeErrorException(PaywallDoesNotExist, source: null, "Paywall does not exist", 404);
}
