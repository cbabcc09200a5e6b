namespace Adapty.Kiota.Packages;

/// <summary>One line for each check, and what is wrong below it.</summary>
internal sealed class Report
{
    public bool Failed { get; private set; }

    /// <summary>The check returns what is wrong.</summary>
    public void Check(string name, Func<IEnumerable<string>> check)
    {
        List<string> problems;
        try
        {
            problems = [.. check()];
        }
        catch (Exception exception)
        {
            problems = [exception.ToString()];
        }

        Console.WriteLine($"{(problems.Count == 0 ? "ok   " : "FAIL ")} {name}");
        foreach (var problem in problems)
            Console.WriteLine($"      {problem}");
        Failed |= problems.Count > 0;
    }
}
