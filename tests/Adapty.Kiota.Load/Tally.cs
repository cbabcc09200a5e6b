using System.Collections.Concurrent;

namespace Adapty.Kiota.Load;

/// <summary>How the calls ended.</summary>
internal sealed class Tally
{
    private int _begun;
    private int _succeeded;
    private int _wrongAnswers;

    public int Begun => _begun;

    public int Succeeded => _succeeded;

    /// <summary>Answers with another caller's id.</summary>
    public int WrongAnswers => _wrongAnswers;

    /// <summary>By the exception's class.</summary>
    public ConcurrentDictionary<string, int> Failed { get; } = new(StringComparer.Ordinal);

    /// <summary>Exceptions outside of the family: none may be here.</summary>
    public ConcurrentQueue<Exception> Strange { get; } = [];

    public async Task CountAsync(AdaptyClient adapty, string id, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _begun);
        try
        {
            var profile = await adapty.Profiles.GetAsync(ProfileKey.ForCustomer(id), cancellationToken);
            Interlocked.Increment(ref _succeeded);
            if (profile.CustomerUserId != id || !profile.HasAccess("premium"))
                Interlocked.Increment(ref _wrongAnswers);
        }
        catch (AdaptyException exception)
        {
            Failed.AddOrUpdate(exception.GetType().Name, 1, (_, count) => count + 1);
        }
        catch (Exception exception)
        {
            Strange.Enqueue(exception);
        }
    }
}
