using System.Text.Json;

namespace CourseKit.Notebooks.Packages;

/// <summary>Reads what NuGet writes when it has restored a project: <c>obj/project.assets.json</c>.</summary>
internal static class AssetsFile
{
    /// <summary>What a package has instead of files where the framework has them already.</summary>
    private const string Placeholder = "_._";

    /// <summary>The packages and files of its target; of several, the one for this system.</summary>
    public static RestoredPackages Read(string path)
    {
        using var assets = JsonDocument.Parse(File.ReadAllText(path));
        string[] roots = [.. assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name)];
        var libraries = assets.RootElement.GetProperty("libraries");
        var targets = assets.RootElement.GetProperty("targets").EnumerateObject().ToList();
        var target = targets.Find(target => target.Name.Contains('/', StringComparison.Ordinal)) is { Value.ValueKind: JsonValueKind.Object } own ? own : targets[0];
        var packages = target.Value.EnumerateObject().Where(entry => entry.Value.GetProperty("type").GetString() == "package")
            .Select(entry => (Package: Find(entry.Name, libraries, roots), entry.Value)).ToList();
        string[] Files(string group) => [.. packages.SelectMany(entry => FilesOf(entry.Package, entry.Value, group))];
        return new RestoredPackages
        {
            Packages = [.. packages.Select(entry => entry.Package)],
            Compile = Files("compile"),
            Runtime = Files("runtime"),
            Native = Files("native"),
            Resources = Files("resource"),
        };
    }

    private static RestoredPackage Find(string name, JsonElement libraries, string[] roots)
    {
        var relative = libraries.GetProperty(name).GetProperty("path").GetString()!;
        var parts = name.Split('/');
        return new RestoredPackage(parts[0], parts[1], roots.Select(root => Path.Combine(root, relative)).First(Directory.Exists));
    }

    private static IEnumerable<string> FilesOf(RestoredPackage package, JsonElement entry, string group) =>
        entry.TryGetProperty(group, out var files)
            ? files.EnumerateObject().Where(file => !file.Name.EndsWith(Placeholder, StringComparison.Ordinal))
                .Select(file => Path.GetFullPath(Path.Combine(package.Folder, file.Name)))
            : [];
}
