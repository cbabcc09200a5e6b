namespace Adapty.Kiota.Cli;

/// <summary>What the tool tells a script. The numbers are a promise, and the help of <c>adapty</c> lists them.</summary>
internal enum ExitCode
{
    /// <summary>Done.</summary>
    Ok = 0,

    /// <summary>Adapty has no such profile.</summary>
    ProfileNotFound = 1,

    /// <summary>The user does not have that access level now. The same number, as neither lets the user in.</summary>
    NoAccess = ProfileNotFound,

    /// <summary>The command line or the environment is wrong; nothing was sent.</summary>
    Usage = 2,

    /// <summary>
    /// Adapty refused, or failed: the API key is wrong, there are too many requests, a server error. Or the app did not take
    /// a webhook request.
    /// </summary>
    Refused = 3,

    /// <summary>There was no response, or none that can be read. Nothing is known about the user.</summary>
    NoResponse = 4,

    /// <summary>The tool itself failed, or could not write its output (the number is EX_SOFTWARE of sysexits.h).</summary>
    Unexpected = 70,

    /// <summary>Stopped by Ctrl-C (shells report 128 + SIGINT for it), or the user did not say yes.</summary>
    Cancelled = 130,
}
