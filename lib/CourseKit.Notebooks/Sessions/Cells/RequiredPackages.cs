using CourseKit.Notebooks.Packages;

namespace CourseKit.Notebooks.Sessions.Cells;

/// <summary>What a cell asks for of packages, apart from what it does with them.</summary>
internal static class RequiredPackages
{
    /// <summary>Whether a cell asks for a package itself, and so may take as long as getting it takes.</summary>
    public static bool AreAskedFor(CellRequest request) => Lines(request).Any(line => line.Read.Reference is not null);

    /// <summary>Code that gets a cell's own packages, and those that it says it requires, and does nothing else.</summary>
    /// <param name="request">The cell.</param>
    /// <param name="required">As its directives name them: <c>Microsoft.ML</c> or <c>Microsoft.ML, 4.0.0</c>.</param>
    public static string Code(CellRequest request, IEnumerable<string> required)
    {
        var own = Lines(request);
        var others = required.Where(name => !own.Exists(line => line.Read.Reference is { } reference && IsFor(reference, name)));
        return string.Join('\n', [.. own.Select(line => line.Text), .. others.Select(name => $"#r \"nuget:{name}\"")]);
    }

    private static bool IsFor(PackageReference reference, string name) => name.Split(',')[0].Trim().Equals(reference.Id, StringComparison.OrdinalIgnoreCase);

    /// <summary>The lines that can be read; what is wrong with others the cell itself says when it runs.</summary>
    private static List<(string Text, PackageLine Read)> Lines(CellRequest request)
    {
        var lines = new List<(string, PackageLine)>();
        if (!SectionKernels.TryResolve(request.Kernel, out var kernel) || kernel != SectionKernels.CSharp)
            return lines;
        foreach (var (index, text) in request.Code.Split('\n').Index())
        {
            try
            {
                if (PackageLine.Read(request, text.TrimEnd('\r'), index + 1) is { } read)
                    lines.Add((text, read));
            }
            catch (CellRefusal)
            {
                continue;
            }
        }
        return lines;
    }
}
