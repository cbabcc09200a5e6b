using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Adapty.Kiota.DependencyInjection;

/// <summary>
/// Logs to the application's logger factory from the moment that anybody has it made. Making it is a good part of a small program's
/// start and memory; where nobody does, nobody can have added a provider that would get a line.
/// </summary>
internal sealed class LateLoggers(IServiceProvider provider, LoggingState state) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new LateLogger(provider, state, categoryName);

    [ExcludeFromCodeCoverage]
    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    private sealed class LateLogger(IServiceProvider provider, LoggingState state, string category) : ILogger
    {
        private volatile ILogger? _logger;

        private ILogger? Logger => _logger ?? (state.IsFactoryMade ? _logger = provider.GetRequiredService<ILoggerFactory>().CreateLogger(category) : null);

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => Logger?.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => Logger?.IsEnabled(logLevel) is true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Logger?.Log(logLevel, eventId, state, exception, formatter);
    }
}

/// <summary>Whether the container's own logger factory was made: it asks for these options when it is.</summary>
internal sealed class LoggingState : IConfigureOptions<LoggerFilterOptions>
{
    private volatile bool _isFactoryMade;

    public bool IsFactoryMade => _isFactoryMade;

    public void Configure(LoggerFilterOptions options) => _isFactoryMade = true;
}
