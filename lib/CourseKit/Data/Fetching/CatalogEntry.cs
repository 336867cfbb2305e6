namespace CourseKit.Data.Fetching;

/// <summary>A set that the library knows: what it is, on which terms, and of which files it consists.</summary>
public sealed record CatalogEntry
{
    /// <summary>The name on the command line and of its folder: <c>mnist</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The name in titles: <c>MNIST</c>.</summary>
    public required string Title { get; init; }

    /// <summary>What is in it, in a few words: number, size, subject.</summary>
    public required string Contents { get; init; }

    /// <summary>Who made it.</summary>
    public required string Origin { get; init; }

    /// <summary>On which terms it may be used.</summary>
    public required string Licence { get; init; }

    /// <summary>Names of the classes, label 0 first.</summary>
    public required IReadOnlyList<string> ClassNames { get; init; }

    /// <summary>The published files; empty if the set is part of the library.</summary>
    public IReadOnlyList<CatalogFile> Files { get; init; } = [];

    /// <summary>Whether the set is part of the library, so that nothing is ever fetched.</summary>
    public bool IsShipped => Files.Count == 0;
}

/// <summary>A published file: its bytes are known, so it does not matter which address sends them.</summary>
/// <param name="Name">File name.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
/// <param name="Addresses">Where it is published; the next one is tried when one fails.</param>
public sealed record CatalogFile(string Name, long Length, string Sha256, IReadOnlyList<Uri> Addresses);
