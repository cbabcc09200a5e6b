using Microsoft.Extensions.Logging;

namespace Adapty.Kiota.Caching;

/// <summary>What is logged. No line holds an id or a hash of one.</summary>
internal static partial class CacheLog
{
    [LoggerMessage(20, LogLevel.Warning, "Adapty gave no usable response ({Exception}); the last known profile counts, {Age:0} s old.")]
    public static partial void Stale(ILogger logger, Type exception, double age);

    [LoggerMessage(21, LogLevel.Warning, "Redis is away ({Exception}); this node goes on with its memory.")]
    public static partial void RedisAway(ILogger logger, Type exception);

    [LoggerMessage(22, LogLevel.Information, "Redis is back.")]
    public static partial void RedisBack(ILogger logger);
}
