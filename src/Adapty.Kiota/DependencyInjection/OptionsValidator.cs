using Microsoft.Extensions.Options;

namespace Adapty.Kiota.DependencyInjection;

/// <summary>Checks the options of every registration, when the host starts and when a client is made.</summary>
internal sealed class OptionsValidator : IValidateOptions<AdaptyClientOptions>
{
    public ValidateOptionsResult Validate(string? name, AdaptyClientOptions options)
    {
        var registration = string.IsNullOrEmpty(name) ? "AddAdapty" : $"AddAdapty(\"{name}\")";
        List<string> problems = [.. options.Problems().Select(problem => $"{registration}: {problem}")];
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
