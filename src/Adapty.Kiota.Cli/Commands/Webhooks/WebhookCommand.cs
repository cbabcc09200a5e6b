namespace Adapty.Kiota.Cli.Commands.Webhooks;

/// <summary>A command that sends what Adapty would send to an app's webhook.</summary>
internal abstract class WebhookCommand : Command, IHelpNotes
{
    private readonly Option<Uri?> _to = ValueOption.Once<Uri?>(
        "--to",
        "url",
        "The app's webhook, such as http://localhost:5000/webhooks/adapty.",
        ParseAddress,
        "must be an https address, or an http address of this machine (localhost, 127.0.0.1, [::1]), without a user name");

    private readonly Option<string?> _secretFrom = ValueOption.String(
        "--secret-from", "variable", "The environment variable that holds the secret: the Authorization header. None is sent without it.");

    protected WebhookCommand(ToolHost host, string name, string description) : base(name, description)
    {
        Options.Add(_to.Required());
        Options.Add(_secretFrom);
        SetAction(async (arguments, cancellationToken) =>
        {
            using var sender = new WebhookSender(host, arguments.GetRequiredValue(_to)!, ReadSecret(host, arguments.GetValue(_secretFrom)));
            await RunAsync(host, sender, arguments, cancellationToken);
        });
    }

    public abstract string HelpNotes { get; }

    /// <exception cref="ToolException">The app did not reply, or not as it must.</exception>
    protected abstract Task RunAsync(ToolHost host, WebhookSender sender, ParseResult arguments, CancellationToken cancellationToken);

    /// <summary>The secret must not cross a network in the clear.</summary>
    private static Uri ParseAddress(string text)
    {
        var address = new Uri(text, UriKind.Absolute);
        var isSafe = address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);
        return isSafe && address.UserInfo.Length == 0 ? address : throw new FormatException();
    }

    /// <summary>The name is not repeated: whoever gets the option wrong may have given the secret itself.</summary>
    private static string? ReadSecret(ToolHost host, string? variable)
    {
        if (variable is null)
            return null;
        if (host.Environment(variable) is not { Length: > 0 } secret)
            throw new ToolException(ExitCode.Usage, "The environment variable that --secret-from names is not set.");
        return secret.All(character => character is >= ' ' and <= '~') && secret.Trim().Length == secret.Length
            ? secret
            : throw new ToolException(
                ExitCode.Usage, "The environment variable that --secret-from names must hold printable ASCII without outer spaces.");
    }
}
