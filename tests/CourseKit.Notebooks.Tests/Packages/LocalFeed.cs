using System.IO.Compression;
using CourseKit.Notebooks.Tests.Sessions;

namespace CourseKit.Notebooks.Tests.Packages;

/// <summary>A folder that NuGet takes packages from, beside a notebook whose configuration names no other feed: no network is needed.</summary>
public sealed class LocalFeed
{
    private readonly TempFolder _folder;

    public LocalFeed(TempFolder folder)
    {
        _folder = folder;
        folder.Write("feed/README.txt", "packages");
        folder.Write("nuget.config", $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{Path.Combine(folder.Path, "installed")}" /></config>
              <packageSources><clear /><add key="test" value="{Path.Combine(folder.Path, "feed")}" /></packageSources>
            </configuration>
            """);
    }

    /// <summary>Puts a package into the feed.</summary>
    /// <param name="id">Its name, which is its assembly's too.</param>
    /// <param name="version">Its version.</param>
    /// <param name="source">One file of C#; null for a package of files alone.</param>
    /// <param name="files">More files: their paths in the package, and their texts.</param>
    /// <param name="needs">The id and version of a package that it needs.</param>
    /// <param name="feed">The folder.</param>
    public void Add(string id, string version, string? source, IReadOnlyDictionary<string, string>? files = null, (string Id, string Version)? needs = null, string feed = "feed")
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, feed));
        using var package = ZipFile.Open(Path.Combine(_folder.Path, feed, $"{id}.{version}.nupkg"), ZipArchiveMode.Create);
        var dependency = needs is var (other, least) ? $"<dependencies><dependency id=\"{other}\" version=\"{least}\" /></dependencies>" : "";
        Write(package, $"{id}.nuspec", $"""
            <package><metadata><id>{id}</id><version>{version}</version><authors>test</authors><description>A package of the tests.</description>{dependency}</metadata></package>
            """);
        foreach (var (path, text) in files ?? new Dictionary<string, string>())
            Write(package, path, text);
        if (source is null)
            return;
        var dll = Path.Combine(_folder.Path, "built", version, id + ".dll");
        string[] references = needs is var (used, usedVersion) ? [Path.Combine(_folder.Path, "built", usedVersion, used + ".dll")] : [];
        BuiltLibrary.Build(dll, source, references);
        package.CreateEntryFromFile(dll, $"lib/net8.0/{id}.dll");
    }

    private static void Write(ZipArchive package, string path, string text)
    {
        using var writer = new StreamWriter(package.CreateEntry(path).Open());
        writer.Write(text);
    }
}
