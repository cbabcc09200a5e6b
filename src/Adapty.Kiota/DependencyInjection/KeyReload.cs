using Adapty.Kiota.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Adapty.Kiota.DependencyInjection;

/// <summary>Follows the API key of a configuration section: it is rotated by making a new one and deleting the old.</summary>
internal sealed class KeyReload(Func<string> readKey, ILoggerFactory? loggerFactory) : IDisposable
{
    private readonly ILogger _logger = loggerFactory?.CreateLogger(Instruments.Name) ?? NullLogger.Instance;
    private IDisposable? _registration;

    public void Begin(IConfiguration section, AdaptyClient client) =>
        _registration = ChangeToken.OnChange(section.GetReloadToken, () => Reload(client));

    public void Dispose() => _registration?.Dispose();

    private void Reload(AdaptyClient client)
    {
        try
        {
            client.UpdateApiKey(readKey());
        }
        catch (Exception exception) when (exception is OptionsValidationException or InvalidOperationException)
        {
            // The messages name options and rules, never a value.
            Log.KeyNotChanged(_logger, exception.Message);
        }
    }
}
