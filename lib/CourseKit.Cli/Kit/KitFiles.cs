using System.Runtime.Loader;
using CourseKit.Notebooks.Authoring;

namespace CourseKit.Cli.Kit;

/// <summary>
/// The kit that students and courses get: <c>kit/CourseKit.dll</c> with what it needs, for <c>#r</c>, and <c>kit/runner/coursekit.dll</c> with the rest, to be started.
/// The runner takes the library from the folder above: beside it, <c>coursekit.dll</c> and <c>CourseKit.dll</c> would be one file where file names ignore case.
/// </summary>
internal static class KitFiles
{
    /// <summary>How the kit's runner is started from the folder that the kit stands in.</summary>
    public const string Command = "dotnet kit/runner/coursekit.dll";

    private const string Runner = "coursekit";
    private const string Program = "CourseKit.Cli";
    private static readonly string[] LibraryFiles = ["CourseKit.dll", "CourseKit.xml", "CsvHelper.dll", "System.Numerics.Tensors.dll"];

    /// <summary>The course's library.</summary>
    public static string Library => Path.Combine(LibraryFolder, LibraryFiles[0]);

    private static string Here => AppContext.BaseDirectory;

    private static string LibraryFolder => IsInKit ? Path.GetFullPath(Path.Combine(Here, "..")) : Here;

    private static bool IsInKit => !File.Exists(Path.Combine(Here, Program + ".dll"));

    /// <summary>Lets a runner that stands in a kit find the library in the folder above. Nothing that touches the library may run before.</summary>
    public static void FindLibrary() => AssemblyLoadContext.Default.Resolving += (context, name) =>
        IsInKit && Path.Combine(LibraryFolder, name.Name + ".dll") is var path && File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;

    /// <summary>Every file of the kit, taken from this program's own.</summary>
    public static IReadOnlyList<ReleasedFile> All() =>
    [
        .. LibraryFiles.Select(name => new ReleasedFile($"kit/{name}", Path.Combine(LibraryFolder, name))),
        .. Directory.EnumerateFiles(Here, "*.dll").Order(StringComparer.Ordinal)
            .Where(file => !LibraryFiles.Contains(Path.GetFileName(file), StringComparer.Ordinal))
            .Select(file => new ReleasedFile($"kit/runner/{NameInKit(file)}", file)),
        new ReleasedFile($"kit/runner/{Runner}.runtimeconfig.json", Path.Combine(Here, (IsInKit ? Runner : Program) + ".runtimeconfig.json")),
    ];

    private static string NameInKit(string file) => Path.GetFileName(file) is Program + ".dll" ? Runner + ".dll" : Path.GetFileName(file);
}
