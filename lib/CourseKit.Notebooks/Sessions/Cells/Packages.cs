namespace CourseKit.Notebooks.Sessions.Cells;

/// <summary>The lines by which a notebook asks for NuGet packages, which no session restores yet.</summary>
internal static class Packages
{
    private const string Advice = "Refer to a dll instead: #r \"path/to/it.dll\".";

    /// <summary>What is said of a line that asks for one; null for any other line.</summary>
    public static CellRefusal? Refuse(CellRequest request, string line, int number)
    {
        if (!line.StartsWith("#r", StringComparison.Ordinal) && !line.StartsWith("#i", StringComparison.Ordinal) || line.Length > 2 && line[2] is not (' ' or '\t' or '"'))
            return null;
        var rest = line[2..].Trim();
        var end = rest.IndexOf('"', Math.Min(1, rest.Length));
        var reference = rest.StartsWith('"') && end > 0 ? rest[1..end] : null;
        if (reference is null && line[1] == 'r' && rest.Length > 0 && !rest.StartsWith('"'))
            return Unreadable(request, number, line, rest);
        if (reference is null || line[1] == 'r' && !IsPackage(reference))
            return null;
        return reference.Trim().Length == "nuget:".Length
            ? Unreadable(request, number, line, rest)
            : CellRefusal.Unsupported(request, number, $"#{line[1]} \"{reference}\": packages are not supported yet. {Advice}");
    }

    private static CellRefusal Unreadable(CellRequest request, int number, string line, string reference) =>
        CellRefusal.Of(request, (number, line.IndexOf(reference, StringComparison.Ordinal) + 1), "DNI210", $"Unable to parse package reference: {reference}", Advice);

    private static bool IsPackage(string reference) => reference.TrimStart().StartsWith("nuget:", StringComparison.OrdinalIgnoreCase);
}
