#if !NET9_0_OR_GREATER
namespace System.Diagnostics.CodeAnalysis;

/// <summary>.NET 9's own, which trimming looks for by its name.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class FeatureSwitchDefinitionAttribute(string switchName) : Attribute
{
    public string SwitchName => switchName;
}
#endif
