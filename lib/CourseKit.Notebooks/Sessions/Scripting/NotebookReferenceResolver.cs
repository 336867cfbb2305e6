using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using CourseKit.Notebooks.Packages;
using Microsoft.CodeAnalysis;

namespace CourseKit.Notebooks.Sessions.Scripting;

/// <summary>What <c>#r "…"</c> means: a dll, relative to the notebook's folder, or an assembly of the framework by its name.</summary>
internal sealed class NotebookReferenceResolver(string folder, FrameworkReferences framework, NotebookAssemblies assemblies, PackageFiles packages)
    : MetadataReferenceResolver
{
    private readonly ConcurrentDictionary<string, string> _refusals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PortableExecutableReference> _packages = new(StringComparer.Ordinal);

    public override bool ResolveMissingAssemblies => true;

    /// <summary>Why a reference was not found, for the message that the compiler's own CS0006 becomes; null if it was.</summary>
    public string? RefusalIn(string compilerMessage) =>
        _refusals.FirstOrDefault(refusal => compilerMessage.Contains($"'{refusal.Key}'", StringComparison.Ordinal)).Value;

    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        _refusals.TryRemove(reference, out _);
        var path = Path.GetFullPath(reference, Path.GetDirectoryName(baseFilePath) ?? folder);
        if (!File.Exists(path))
        {
            var known = framework.Find(reference);
            if (known.IsEmpty)
                _refusals[reference] = Missing(reference, path);
            return known;
        }
        try
        {
            return [Reference(assemblies.Add(path), Apart(path, properties))];
        }
        catch (BadImageFormatException)
        {
            _refusals[reference] = $"#r \"{reference}\": a .NET assembly is required; {path} is none. Name the dll that the build made.";
            return [];
        }
    }

    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity) =>
        (packages.Find(new AssemblyName(referenceIdentity.Name)) ?? assemblies.Find(referenceIdentity.Name)) is { } path ? Reference(path, MetadataReferenceProperties.Assembly) : null;

    /// <summary>References to the assemblies of packages but those that the framework has too. A file has one, for types of two are not the same types.</summary>
    public IEnumerable<PortableExecutableReference> Packages(IEnumerable<string> files) =>
        files.Where(file => !framework.Contains(Path.GetFileNameWithoutExtension(file))).Select(file =>
            _packages.TryGetValue(file, out var known) ? known : _packages[file] = MetadataReference.CreateFromFile(file, Apart(file, MetadataReferenceProperties.Assembly)));

    /// <summary>Of the whole file, read at once: a file that is mapped into memory cannot be deleted everywhere, and the session that it belongs to may end before this process.</summary>
    private static PortableExecutableReference Reference(string path, MetadataReferenceProperties properties) =>
        MetadataReference.CreateFromImage(File.ReadAllBytes(path), properties, filePath: path);

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    /// <summary>Names that stand in for Microsoft's keep their meaning when a notebook refers to the real ones.</summary>
    private static MetadataReferenceProperties Apart(string path, MetadataReferenceProperties properties) =>
        Path.GetFileName(path) is var file && (file.StartsWith("Microsoft.DotNet.Interactive", StringComparison.OrdinalIgnoreCase)
            || file.Equals("Microsoft.AspNetCore.Html.Abstractions.dll", StringComparison.OrdinalIgnoreCase))
            ? properties.WithAliases(["microsoft"])
            : properties;

    private static string Missing(string reference, string path)
    {
        var parts = path.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        var kit = parts.SkipLast(1).TakeLast(2).SequenceEqual(["artifacts", "kit"]);
        var root = Path.GetDirectoryName(Path.GetDirectoryName(Path.GetDirectoryName(path)));
        var isFile = reference.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) || parts.Length > 1 && reference.IndexOfAny(['/', '\\']) >= 0;
        var required = isFile ? "this dll" : "a dll or an assembly of the .NET framework";
        var advice = kit ? $"Run `dotnet build` in {root} first: every build fills artifacts/kit." : "Paths are relative to the notebook's folder.";
        return $"#r \"{reference}\": {required} is required; there is no {path}. {advice}";
    }
}
