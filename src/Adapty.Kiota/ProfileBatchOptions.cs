using Adapty.Kiota.Limits;

namespace Adapty.Kiota;

/// <summary>How fast <see cref="ProfilesClient.GetManyAsync(IEnumerable{ProfileKey}, ProfileBatchOptions?, CancellationToken)"/> asks.</summary>
public sealed class ProfileBatchOptions
{
    /// <summary>How many calls are under way at a time, at most: 1 or more. Default: 8.</summary>
    public int MaxConcurrency { get; set; } = 8;

    /// <summary>
    /// How many calls begin in any second, at most: 1 or more. Null, the default, for no limit of your own. Adapty gives no figure
    /// for its own; when it says "too many", all calls wait for as long as it asks, and go on more slowly for a while.
    /// </summary>
    public int? MaxPerSecond { get; set; }

    internal void Check(string parameterName)
    {
        Rule.Require(MaxConcurrency >= 1, $"{parameterName}.{nameof(MaxConcurrency)}", "must be 1 or more");
        Rule.Require(MaxPerSecond is null or >= 1, $"{parameterName}.{nameof(MaxPerSecond)}", "must be 1 or more, or null for no limit");
    }
}
