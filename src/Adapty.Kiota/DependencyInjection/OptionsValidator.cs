using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Adapty.Kiota.DependencyInjection;

/// <summary>Checks the options of every registration, when the host starts and when what they are for is made.</summary>
/// <param name="method">The method that registers them, which begins each message.</param>
/// <param name="problemsOf">What is wrong, each with the option's name and its rule.</param>
internal sealed class OptionsValidator<TOptions>(string method, Func<TOptions, IEnumerable<string>> problemsOf) : IValidateOptions<TOptions>
    where TOptions : class
{
    public void AddTo(IServiceCollection services) => services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TOptions>>(this));

    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        var registration = string.IsNullOrEmpty(name) ? method : $"{method}(\"{name}\")";
        List<string> problems = [.. problemsOf(options).Select(problem => $"{registration}: {problem}")];
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
