namespace Adapty.Kiota.Caching.Tests.Support;

/// <summary>Holds a response back that Adapty has already made, so that a test can change things meanwhile.</summary>
internal sealed class HeldAdapty(HttpMessageHandler adapty) : DelegatingHandler(adapty)
{
    private TaskCompletionSource? _made;
    private TaskCompletionSource? _release;

    /// <summary>Holds the next response.</summary>
    /// <returns>Completes when the response is made.</returns>
    public Task HoldNext()
    {
        _release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _made = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _made.Task;
    }

    public void Release() => _release!.SetResult();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (Interlocked.Exchange(ref _made, null) is not { } made)
            return response;
        made.SetResult();
        await _release!.Task.WaitAsync(cancellationToken);
        return response;
    }
}
