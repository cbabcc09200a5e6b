namespace Adapty.Kiota.Tests.Contract.Suite;

/// <summary>One answer of a canned server, to the one operation that may be asked for at that point.</summary>
/// <param name="Operation">The operation's id in the spec.</param>
/// <param name="Status">The status.</param>
/// <param name="Body">The body; empty for none.</param>
public sealed record CannedAnswer(string Operation, int Status, string Body);
