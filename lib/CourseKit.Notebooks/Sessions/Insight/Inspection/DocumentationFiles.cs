using System.Xml;
using System.Xml.Linq;

namespace CourseKit.Notebooks.Sessions.Insight.Inspection;

/// <summary>The XML documentation that lies beside dlls; of the framework, that of its reference pack where an SDK is installed.</summary>
/// <param name="originalOf">The dll of which one is a copy.</param>
internal sealed class DocumentationFiles(Func<string, string> originalOf)
{
    /// <summary>Where the types are documented that the runtime keeps in assemblies of other names.</summary>
    private static readonly string[] Common =
        ["System.Runtime", "System.Collections", "System.Linq", "System.Console", "System.Threading", "System.Memory", "System.Net.Primitives"];

    private static readonly string FrameworkFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    private readonly Lazy<string?> _pack = new(ReferencePack);

    /// <summary>What is said of a member; null if nothing is.</summary>
    /// <param name="dll">Where it is compiled.</param>
    /// <param name="id">Its name in XML documentation, <c>M:System.Console.WriteLine</c>.</param>
    public XElement? Find(string dll, string id) => FilesOf(dll).Select(file => Read(file, id)).FirstOrDefault(found => found is not null);

    private IEnumerable<string> FilesOf(string dll)
    {
        if (Path.GetDirectoryName(dll) != FrameworkFolder)
            return new[] { Path.ChangeExtension(originalOf(dll), ".xml") }.Where(File.Exists);
        return _pack.Value is not { } pack
            ? []
            : Common.Prepend(Path.GetFileNameWithoutExtension(dll)).Distinct().Select(name => Path.Combine(pack, name + ".xml")).Where(File.Exists);
    }

    /// <summary>Reads up to the member and keeps nothing: some of these files are as large as the rest of the session.</summary>
    private static XElement? Read(string file, string id)
    {
        using var reader = XmlReader.Create(file, new XmlReaderSettings { IgnoreComments = true });
        try
        {
            while (reader.ReadToFollowing("member"))
                if (reader.GetAttribute("name") == id)
                    return (XElement)XNode.ReadFrom(reader);
        }
        catch (XmlException)
        {
            // A file that is no XML documents nothing.
        }
        return null;
    }

    /// <summary>
    /// <c>packs/Microsoft.NETCore.App.Ref/10.0.x/ref/net10.0</c> beside <c>shared/Microsoft.NETCore.App/10.0.x</c>; null where only a runtime is installed.
    /// </summary>
    private static string? ReferencePack()
    {
        var root = Path.GetFullPath(Path.Combine(FrameworkFolder, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        var inside = Path.Combine("ref", $"net{Environment.Version.Major}.{Environment.Version.Minor}");
        return !Directory.Exists(root)
            ? null
            : Directory.EnumerateDirectories(root).Select(version => Path.Combine(version, inside)).Where(Directory.Exists)
                .Order(StringComparer.Ordinal).LastOrDefault();
    }
}
