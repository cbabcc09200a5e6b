namespace Adapty.Kiota.Cli;

/// <summary>What the tool tells a script. The numbers are a promise, and stand in the help of <c>adapty</c>.</summary>
internal enum ExitCode
{
    /// <summary>Done.</summary>
    Ok = 0,

    /// <summary>Adapty says no: there is no such profile.</summary>
    ProfileNotFound = 1,

    /// <summary>Adapty says no: the user does not have that access level now. The same number, as neither lets the user in.</summary>
    NoAccess = ProfileNotFound,

    /// <summary>The command line or the environment is wrong; nothing was sent.</summary>
    Usage = 2,

    /// <summary>Adapty refused, or failed: the key is wrong, there are too many requests, a server error.</summary>
    Refused = 3,

    /// <summary>There was no answer, or none that can be read. Nothing is known about the user.</summary>
    NoAnswer = 4,

    /// <summary>The tool itself failed, or could not write its output (the number is sysexits' EX_SOFTWARE).</summary>
    Unexpected = 70,

    /// <summary>Stopped by Ctrl-C (what shells report for it: 128 + SIGINT), or by not answering yes.</summary>
    Cancelled = 130,
}
