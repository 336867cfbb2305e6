namespace CourseKit.Notebooks.Packages;

/// <summary>What a restore has brought: packages, those they need, and their files, as full paths.</summary>
internal sealed record RestoredPackages
{
    /// <summary>All packages.</summary>
    public required IReadOnlyList<RestoredPackage> Packages { get; init; }

    /// <summary>Assemblies to compile against.</summary>
    public required IReadOnlyList<string> Compile { get; init; }

    /// <summary>Assemblies to run.</summary>
    public required IReadOnlyList<string> Runtime { get; init; }

    /// <summary>Libraries of machine code for this system.</summary>
    public required IReadOnlyList<string> Native { get; init; }

    /// <summary>Texts in other languages: assemblies in folders named after their cultures.</summary>
    public required IReadOnlyList<string> Resources { get; init; }

    /// <summary>What NuGet had to remark.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Whether all files are still there.</summary>
    public bool IsThere => Packages.All(package => Directory.Exists(package.Folder)) && Compile.Concat(Runtime).Concat(Native).Concat(Resources).All(File.Exists);
}

/// <summary>A package on this machine.</summary>
/// <param name="Id">In its own spelling.</param>
/// <param name="Version">The one that NuGet chose.</param>
/// <param name="Folder">Where its files are.</param>
internal sealed record RestoredPackage(string Id, string Version, string Folder)
{
    private const string Extensions = "interactive-extensions";

    /// <summary>Whether it wants to run code of its own in .NET Interactive when it is loaded.</summary>
    public bool HasExtension => Directory.Exists(Path.Combine(Folder, Extensions));
}
