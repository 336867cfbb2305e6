using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace CourseKit.Notebooks.Documents;

/// <summary>Ids for cells that have none, the same whenever the same notebook is read.</summary>
/// <remarks>
/// An id is a hash of kernel and source; the second cell with that hash gets <c>-2</c>, and so on. So a cell that is put in, moved or
/// changed changes the ids of no other cells, unless they are equal to it.
/// </remarks>
internal static partial class CellIds
{
    /// <summary>The cells, each with a valid id of its own; ids that are valid and not yet taken are kept.</summary>
    public static IReadOnlyList<NotebookCell> Complete(IReadOnlyList<NotebookCell> cells)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var keeps = cells.Select(cell => Valid().IsMatch(cell.Id) && taken.Add(cell.Id)).ToArray();
        return [.. cells.Select((cell, i) => keeps[i] ? cell : cell with { Id = Derive(cell, taken) })];
    }

    private static string Derive(NotebookCell cell, HashSet<string> taken)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{cell.Kernel}\n{cell.Source}"));
        var stem = Convert.ToHexStringLower(hash.AsSpan(0, 4));
        var id = stem;
        for (var occurrence = 2; !taken.Add(id); occurrence++)
            id = string.Create(CultureInfo.InvariantCulture, $"{stem}-{occurrence}");
        return id;
    }

    /// <summary>What nbformat 4.5 allows.</summary>
    [GeneratedRegex(@"^[a-zA-Z0-9_-]{1,64}\z")]
    private static partial Regex Valid();
}
