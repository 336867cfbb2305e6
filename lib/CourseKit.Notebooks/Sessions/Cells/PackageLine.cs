using System.Text.RegularExpressions;
using CourseKit.Notebooks.Packages;

namespace CourseKit.Notebooks.Sessions.Cells;

/// <summary>A line by which a notebook asks for a package, <c>#r "nuget:Microsoft.ML, 4.0.0"</c>, or names a feed, <c>#i "nuget:https://…"</c>. What follows the text in quotes is nothing.</summary>
/// <param name="Number">One-based within its cell.</param>
/// <param name="Reference">The package; null for a feed.</param>
/// <param name="Sources">The feeds.</param>
internal sealed partial record PackageLine(int Number, PackageReference? Reference, IReadOnlyList<string> Sources)
{
    private const string Advice = "Write #r \"nuget:Name\" or #r \"nuget:Name, 1.2.3\"; for a feed #i \"nuget:https://…\"; for a dll #r \"path/to/it.dll\".";
    private const string SourcesPrefix = "RestoreSources=";

    /// <summary>Reads a line.</summary>
    /// <returns>Null for any line that asks for no package.</returns>
    /// <exception cref="CellRefusal">It is not written as it must be.</exception>
    public static PackageLine? Read(CellRequest request, string line, int number)
    {
        if (!Directive().IsMatch(line))
            return null;
        var rest = line[2..].Trim();
        var end = rest.IndexOf('"', Math.Min(1, rest.Length));
        var text = rest.StartsWith('"') && end > 0 ? rest[1..end].Trim() : null;
        var isFeed = line[1] == 'i';
        if (text is null)
            return isFeed || rest.Length > 0 && !rest.StartsWith('"') ? throw Unreadable(request, number, line, rest) : null;
        if (NuGet().Match(text) is not { Success: true } prefix)
            return isFeed ? throw Unreadable(request, number, line, rest) : null;
        var asked = text[prefix.Length..].Trim();
        if (asked.Length == 0)
            throw Unreadable(request, number, line, rest);
        return isFeed ? new PackageLine(number, null, [asked]) : Package(request, line, number, asked);
    }

    /// <summary><c>Name</c>, <c>Name, 1.2.3</c>, either with <c>RestoreSources=…</c> behind it, or that alone.</summary>
    private static PackageLine Package(CellRequest request, string line, int number, string asked)
    {
        var parts = asked.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToLookup(part => part.StartsWith(SourcesPrefix, StringComparison.OrdinalIgnoreCase));
        string[] sources = [.. parts[true].SelectMany(part => part[SourcesPrefix.Length..].Split(';'))];
        string[] words = [.. parts[false]];
        var isName = words.Length is 1 or 2 && Id().IsMatch(words[0]) && words.Skip(1).All(version => VersionForm().IsMatch(version));
        return isName || words.Length == 0
            ? new PackageLine(number, isName ? new PackageReference(words[0], words.ElementAtOrDefault(1)) : null, sources)
            : throw Unreadable(request, number, line, line[2..].Trim());
    }

    private static CellRefusal Unreadable(CellRequest request, int number, string line, string reference) =>
        CellRefusal.Of(request, (number, line.IndexOf(reference, StringComparison.Ordinal) + 1), "DNI210", $"Unable to parse package reference: {reference}", Advice);

    [GeneratedRegex("^#[ri]($|[ \\t\"])")]
    private static partial Regex Directive();

    [GeneratedRegex("^nuget[ ]*:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NuGet();

    [GeneratedRegex(@"^[\w][\w.-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    [GeneratedRegex(@"^[\w.*+\[\]()-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex VersionForm();
}
