using System.Reflection;

namespace CourseKit.Notebooks.Packages;

/// <summary>The files of a notebook's packages, as the loader asks for them. They lie in NuGet's folder and never change, so that no copies are made.</summary>
internal sealed class PackageFiles
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _assemblies = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _natives = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Files of one more restore; of two versions of an assembly that is not yet loaded the later one counts.</summary>
    public void Add(RestoredPackages packages)
    {
        lock (_gate)
        {
            foreach (var path in packages.Runtime)
                _assemblies[Path.GetFileNameWithoutExtension(path)] = path;
            foreach (var path in packages.Resources)
                _assemblies[InCulture(Path.GetFileName(Path.GetDirectoryName(path)), Path.GetFileNameWithoutExtension(path))] = path;
            foreach (var path in packages.Native)
                foreach (var name in new[] { Path.GetFileName(path), Path.GetFileNameWithoutExtension(path) })
                    _natives[name] = path;
        }
    }

    /// <summary>The assembly of this name and culture; null if no package has it.</summary>
    public string? Find(AssemblyName name)
    {
        lock (_gate)
            return _assemblies.GetValueOrDefault(string.IsNullOrEmpty(name.CultureName) ? name.Name ?? "" : InCulture(name.CultureName, name.Name));
    }

    /// <summary>The library of machine code that code asks for, with or without <c>lib</c> before and <c>.so</c> behind it; null if no package has it.</summary>
    public string? FindNative(string name)
    {
        lock (_gate)
            return _natives.GetValueOrDefault(name) ?? _natives.GetValueOrDefault($"lib{name}");
    }

    private static string InCulture(string? culture, string? name) => $"{culture}/{name}";
}
