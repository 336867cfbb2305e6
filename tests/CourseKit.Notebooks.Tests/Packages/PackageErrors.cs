using CourseKit.Notebooks.Packages;
using CourseKit.Notebooks.Tests.Sessions;

namespace CourseKit.Notebooks.Tests.Packages;

/// <summary>What is said where a package cannot be had.</summary>
internal static class PackageErrors
{
    [ErrorCases]
    internal static IEnumerable<(string, Action)> Errors() =>
    [
        ("Package: another version than is there", () => Add(new("Kit.Top", "1.0.0"), new PackageReference("kit.top", "2.0.0"))),
        ("Package: a later release of what the program has", () => Add(new PackageReference("CourseKit", "99.0.0"))),
        ("Package: the feed lacks it", () => throw Restore(isOffline: false).Failure(Request(new PackageReference("Kit.Absent", null)), Answer)),
        ("Package: it is not on this machine, and no feed may be asked", () => throw Restore(isOffline: true).Failure(Request(new PackageReference("Kit.Absent", "1.*")), Answer)),
        ("Package: getting it takes too long", () => Run(new RestoreProcess(TimeSpan.Zero, _ => { }))),
        ("Package: no SDK", () => Run(new RestoreProcess(TimeSpan.FromMinutes(1), _ => { }) { Program = "no-such-dotnet" })),
    ];

    private static RestoreProcess.RestoreOutput Answer => new(1,
        "packages.csproj : error NU1101: Unable to find package Kit.Absent. No packages exist with this id in source(s): nuget.org\n  Failed to restore.");

    private static PackageRestore Restore(bool isOffline) => new() { Folder = ".", Scratch = ".", IsOffline = isOffline };

    private static PackageRequest Request(params PackageReference[] references) => new(references, []);

    private static void Add(params PackageReference[] references) =>
        new NotebookPackages(Restore(isOffline: true), new Dictionary<string, string> { ["CourseKit"] = typeof(NotebookPackages).Assembly.Location })
            .Add(Request(references), _ => { }, CancellationToken.None);

    private static void Run(RestoreProcess process)
    {
        using var folder = new TempFolder();
        try
        {
            process.Run(folder.Path, ["--version"], CancellationToken.None);
        }
        catch (PackageException error) when (error.Message.Contains(" cannot be started: ", StringComparison.Ordinal))
        {
            throw new PackageException(error.Message.Replace(folder.Path, "<folder>", StringComparison.Ordinal));
        }
    }
}
