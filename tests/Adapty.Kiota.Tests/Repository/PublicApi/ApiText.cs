using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Adapty.Kiota.Tests.Repository.PublicApi;

/// <summary>An assembly's public and protected surface as text: sorted, with nullability, one line a member.</summary>
internal static class ApiText
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Of(Assembly assembly)
    {
        var types = assembly.GetExportedTypes().Select(type => (Head: Head(type), Members: Members(type))).OrderBy(type => type.Head[type.Head.IndexOf("Adapty.", StringComparison.Ordinal)..], StringComparer.Ordinal);
        return "# " + assembly.GetName().Name + "\n" + string.Concat(types.Select(type => $"\n{type.Head}\n" + string.Concat(type.Members.Select(member => $"    {member}\n"))));
    }

    private static string Head(Type type)
    {
        var kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsValueType: true } => (type.IsDefined(typeof(IsReadOnlyAttribute), inherit: false) ? "readonly " : "") + "struct",
            { IsInterface: true } => "interface",
            _ when type.IsSubclassOf(typeof(Delegate)) => "delegate",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        // What a base type implements already is not repeated.
        var inherited = type.BaseType?.GetInterfaces() ?? [];
        var bases = type.GetInterfaces().Except(inherited).Where(face => face.IsPublic || face.IsNestedPublic).Select(face => Name(face)).Order(StringComparer.Ordinal).ToList();
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum))
            bases.Insert(0, Name(parent));
        return $"{Obsolete(type)}public {kind} {Name(type)}{(bases.Count == 0 ? "" : " : " + string.Join(", ", bases))}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        var nullability = new NullabilityInfoContext();
        var fields = type.GetFields(Declared).Where(field => Visible(field.Attributes) && !field.IsSpecialName).Select(field => Field(field, nullability));
        var constructors = type.GetConstructors(Declared).Where(constructor => Visible(constructor) && !constructor.IsStatic)
            .Select(constructor => $"{Access(constructor)}{SimpleName(type)}({Parameters(constructor, nullability)})");
        var properties = type.GetProperties(Declared).Where(property => property.GetAccessors(nonPublic: true).Any(Visible)).Select(property => Property(property, nullability));
        var events = type.GetEvents(Declared).Where(item => Visible(item.AddMethod!)).Select(item => $"event {Name(item.EventHandlerType!)} {item.Name}");
        var methods = type.GetMethods(Declared)
            .Where(method => Visible(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)))
            .Select(method => Method(method, nullability));
        return fields.Concat(constructors.Order(StringComparer.Ordinal)).Concat(properties.Concat(events).Concat(methods).OrderBy(AfterModifiers, StringComparer.Ordinal));
    }

    private static string AfterModifiers(string member)
    {
        // By name, so that a changed type or modifier is one line in a diff.
        var end = member.IndexOfAny(['(', '{']);
        var head = (end < 0 ? member : member[..end]).TrimEnd();
        return head[(head.LastIndexOf(' ') + 1)..] + " " + member;
    }

    private static string Field(FieldInfo field, NullabilityInfoContext nullability)
    {
        var value = field.IsLiteral ? " = " + Literal(field.GetRawConstantValue()) : "";
        if (field.DeclaringType!.IsEnum)
            return field.Name + value;
        var modifiers = field.IsLiteral ? "const " : (field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : "");
        return $"{Obsolete(field)}{modifiers}{Name(field.FieldType, nullability.Create(field))} {field.Name}{value}";
    }

    private static string Property(PropertyInfo property, NullabilityInfoContext nullability)
    {
        var accessors = property.GetAccessors(nonPublic: true).Where(Visible).ToList();
        var modifiers = Access(accessors[0]) + Modifiers(accessors[0]);
        var index = property.GetIndexParameters() is { Length: > 0 } parameters ? $"this[{string.Join(", ", parameters.Select(parameter => Parameter(parameter, nullability)))}]" : property.Name;
        var body = string.Concat(accessors.Select(accessor =>
            accessor == property.GetMethod ? "get; " : accessor.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init; " : "set; "));
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        return $"{Obsolete(property)}{modifiers}{required}{Name(property.PropertyType, nullability.Create(property))} {index} {{ {body}}}";
    }

    private static string Method(MethodInfo method, NullabilityInfoContext nullability)
    {
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : "";
        var extension = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        return $"{Obsolete(method)}{Access(method)}{Modifiers(method)}{Name(method.ReturnType, nullability.Create(method.ReturnParameter))} {method.Name}{generic}({extension}{Parameters(method, nullability)})";
    }

    private static string Parameters(MethodBase method, NullabilityInfoContext nullability) =>
        string.Join(", ", method.GetParameters().Select(parameter => Parameter(parameter, nullability)));

    private static string Parameter(ParameterInfo parameter, NullabilityInfoContext nullability)
    {
        var passed = parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? parameter.IsIn ? "in " : "ref " : parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";
        var value = !parameter.HasDefaultValue ? "" : " = " + (parameter.DefaultValue is null && parameter.ParameterType.IsValueType ? "default" : Literal(parameter.DefaultValue));
        return $"{passed}{Name(parameter.ParameterType, nullability.Create(parameter))} {parameter.Name}{value}";
    }

    private static string Literal(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool boolean => boolean ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static bool Visible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool Visible(FieldAttributes field) => (field & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem;

    private static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    private static string Modifiers(MethodInfo method) => method switch
    {
        { IsStatic: true } => "static ",
        { DeclaringType.IsInterface: true } => "",
        { IsAbstract: true } => "abstract ",
        { IsVirtual: true, IsFinal: false } => method.GetBaseDefinition() == method ? "virtual " : "override ",
        { IsVirtual: true } when method.GetBaseDefinition() != method => "sealed override ",
        _ => "",
    };

    private static string Obsolete(MemberInfo member) => member.IsDefined(typeof(ObsoleteAttribute), inherit: false) ? "[Obsolete] " : "";

    private static string SimpleName(Type type) => type.Name.Split('`')[0];

    private static string Name(Type type, NullabilityInfo? nullability = null)
    {
        if (type.IsByRef)
            return Name(type.GetElementType()!, nullability);
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Name(underlying) + "?";
        var question = !type.IsValueType && nullability is { ReadState: NullabilityState.Nullable } or { WriteState: NullabilityState.Nullable } ? "?" : "";
        if (type.IsArray)
            return $"{Name(type.GetElementType()!, nullability?.ElementType)}[]{question}";
        if (type.IsGenericParameter)
            return type.Name + question;

        var name = Keyword(type) ?? (type.IsNested ? $"{Name(type.DeclaringType!)}.{SimpleName(type)}" : $"{type.Namespace}.{SimpleName(type)}");
        var arguments = type.GetGenericArguments();
        var known = nullability?.GenericTypeArguments;
        if (arguments.Length > 0)
            name += $"<{string.Join(", ", arguments.Select((argument, index) => Name(argument, known?.Length > index ? known[index] : null)))}>";
        return name + question;
    }

    private static string? Keyword(Type type) => type.IsEnum ? null : Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => "bool",
        TypeCode.Byte => "byte",
        TypeCode.Char => "char",
        TypeCode.Decimal => "decimal",
        TypeCode.Double => "double",
        TypeCode.Int32 => "int",
        TypeCode.Int64 => "long",
        TypeCode.Single => "float",
        TypeCode.String => "string",
        _ => type == typeof(object) ? "object" : type == typeof(void) ? "void" : null,
    };
}
