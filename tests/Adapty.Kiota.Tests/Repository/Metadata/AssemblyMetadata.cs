using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Adapty.Kiota.Tests.Support;

namespace Adapty.Kiota.Tests.Repository.Metadata;

/// <summary>The compiler writes down what an assembly refers to, so that can be read without running it.</summary>
internal static class AssemblyMetadata
{
    /// <summary>For every framework that was built, in this configuration.</summary>
    public static IEnumerable<string> Built(string project)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        return Directory.EnumerateFiles(Path.Combine(Checkout.Root, "src", project, "bin", configuration), project + ".dll", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Checkout.Root, path))
            .Where(path => !path.Contains("publish", StringComparison.Ordinal));
    }

    /// <summary>The types and methods of other assemblies that one uses.</summary>
    public static HashSet<string> Used(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        var names = new SignatureNames(metadata);
        var used = metadata.TypeReferences.Select(handle => names.GetTypeFromReference(metadata, handle, 0)).ToHashSet();
        foreach (var handle in metadata.MemberReferences)
        {
            var member = metadata.GetMemberReference(handle);
            var parent = member.Parent.Kind switch
            {
                HandleKind.TypeReference => names.GetTypeFromReference(metadata, (TypeReferenceHandle)member.Parent, 0),
                HandleKind.TypeSpecification => metadata.GetTypeSpecification((TypeSpecificationHandle)member.Parent).DecodeSignature(names, null),
                _ => "",
            };
            if (member.GetKind() == MemberReferenceKind.Method)
                used.Add(SignatureNames.Method(parent, metadata.GetString(member.Name), member.DecodeMethodSignature(names, null)));
        }

        return used;
    }

    /// <summary>The types and methods that an assembly has.</summary>
    public static HashSet<string> Defined(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        var names = new SignatureNames(metadata);
        var defined = new HashSet<string>();
        foreach (var handle in metadata.TypeDefinitions)
        {
            var type = names.GetTypeFromDefinition(metadata, handle, 0);
            defined.Add(type);
            foreach (var method in metadata.GetTypeDefinition(handle).GetMethods().Select(metadata.GetMethodDefinition))
                defined.Add(SignatureNames.Method(type, metadata.GetString(method.Name), method.DecodeSignature(names, null)));
        }

        return defined;
    }
}
