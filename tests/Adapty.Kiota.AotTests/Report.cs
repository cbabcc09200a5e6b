using System.Runtime.CompilerServices;

namespace Adapty.Kiota.AotTests;

/// <summary>What held and what did not. A test framework would need reflection.</summary>
internal sealed class Report
{
    public List<string> Failures { get; } = [];

    public int Passed { get; private set; }

    /// <summary>The names of the models that were read.</summary>
    public HashSet<string> Read { get; } = [];

    /// <summary>The names of the exceptions that were met.</summary>
    public HashSet<string> Met { get; } = [];

    public async Task CheckAsync(string name, Func<Task> check)
    {
        try
        {
            await check();
        }
        catch (Exception exception)
        {
            Failures.Add($"{name} ended early: {exception}");
        }
    }

    public void Equal<T>(T expected, T actual, [CallerArgumentExpression(nameof(actual))] string what = "")
    {
        if (EqualityComparer<T>.Default.Equals(expected, actual))
            Passed++;
        else
            Failures.Add($"{what}: expected {expected?.ToString() ?? "null"}, got {actual?.ToString() ?? "null"}");
    }

    public void True(bool actual, [CallerArgumentExpression(nameof(actual))] string what = "") => Equal(true, actual, what);

    /// <summary>Notes that a model was read; the values are checked by the caller.</summary>
    public T Model<T>(T? model, [CallerArgumentExpression(nameof(model))] string what = "")
        where T : class
    {
        if (model is null)
            throw new InvalidOperationException($"{what} is null");
        Read.Add(typeof(T).Name);
        return model;
    }

    /// <summary>The call must end in exactly this exception.</summary>
    public async Task<T> ThrowsAsync<T>(Func<Task> call, [CallerArgumentExpression(nameof(call))] string what = "")
        where T : Exception
    {
        try
        {
            await call();
        }
        catch (T exception) when (exception.GetType() == typeof(T))
        {
            Passed++;
            Met.Add(typeof(T).Name);
            return exception;
        }

        throw new InvalidOperationException($"{what} ended without {typeof(T).Name}");
    }

    public void All(string what, IEnumerable<string> expected, IReadOnlyCollection<string> actual)
    {
        foreach (var name in expected)
            Equal(true, actual.Contains(name), $"{what}: {name}");
    }
}
