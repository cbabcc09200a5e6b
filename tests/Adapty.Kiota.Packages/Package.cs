using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace Adapty.Kiota.Packages;

/// <summary>A .nupkg or .snupkg: the files in it, and what its manifest says.</summary>
internal sealed class Package
{
    private readonly Dictionary<string, byte[]> _files = [];
    private readonly XElement _metadata;

    public Package(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        foreach (var entry in archive.Entries)
        {
            using var stream = entry.Open();
            var content = new MemoryStream();
            stream.CopyTo(content);
            _files.Add(entry.FullName, content.ToArray());
        }

        _metadata = Child(Xml(Paths.Single(name => name.EndsWith(".nuspec", StringComparison.Ordinal))).Root!, "metadata")!;
    }

    public IEnumerable<string> Paths => _files.Keys;

    /// <summary>One line for each dependency: the framework, the package and its version range, or what else of the framework.</summary>
    public IEnumerable<string> Dependencies =>
        from @group in _metadata.Descendants().Where(element => element.Name.LocalName == "group")
        from dependency in @group.Elements()
        let id = dependency.Attribute("id") ?? dependency.Attribute("name")
        select $"{@group.Attribute("targetFramework")?.Value} {id?.Value} {dependency.Attribute("version")?.Value}".TrimEnd();

    public IEnumerable<string> Types => _metadata.Descendants().Where(element => element.Name.LocalName == "packageType").Select(type => type.Attribute("name")!.Value);

    public string Metadata(string name) => Child(_metadata, name)?.Value ?? "";

    public string Metadata(string name, string attribute) => Child(_metadata, name)?.Attribute(attribute)?.Value ?? "";

    /// <summary>What a file holds; nothing when it is not there.</summary>
    public byte[] Bytes(string path) => _files.GetValueOrDefault(path) ?? [];

    public string Text(string path) => Encoding.UTF8.GetString(Bytes(path));

    public XDocument Xml(string path)
    {
        using var content = new MemoryStream(Bytes(path));
        return XDocument.Load(content);
    }

    private static XElement? Child(XElement parent, string name) => parent.Elements().FirstOrDefault(child => child.Name.LocalName == name);
}
