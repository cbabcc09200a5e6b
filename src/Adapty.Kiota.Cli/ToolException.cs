namespace Adapty.Kiota.Cli;

/// <summary>What the tool itself, rather than Adapty or the SDK, finds wrong. The message is shown as it is: it must not hold the key or an id.</summary>
internal sealed class ToolException(ExitCode exitCode, string message) : Exception(message)
{
    public ExitCode ExitCode => exitCode;
}
