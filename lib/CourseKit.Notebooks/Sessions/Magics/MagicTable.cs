using System.Diagnostics.CodeAnalysis;
using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Sessions.Magics;

/// <summary>All magic commands.</summary>
internal static class MagicTable
{
    private static readonly Dictionary<string, Magic> ByName = ((Magic[])
    [
        SetMagic.Magic, ShareMagic.Magic, ValueMagic.Magic, ImportMagic.Magic, TimeMagic.Magic, WhoMagics.Names, WhoMagics.Table, AboutMagics.About, AboutMagics.List,
    ]).ToDictionary(magic => magic.Name, StringComparer.Ordinal);

    public static IReadOnlyCollection<Magic> All => ByName.Values;

    public static bool TryFind(string name, [MaybeNullWhen(false)] out Magic magic) => ByName.TryGetValue(name, out magic);

    /// <summary>What may have been meant by a name that is none.</summary>
    public static string Advice(string name)
    {
        string[] known = [.. ByName.Keys, "#!csharp", "#!html", "#!javascript", "#!markdown", "#!mermaid"];
        var nearest = NearestName.Of(name, known) is { } meant ? $"Did you mean {meant}? " : "";
        return $"{nearest}Nothing of the cell has run. Known: {string.Join(", ", known)}.";
    }
}
