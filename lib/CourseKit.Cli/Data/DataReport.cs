using CourseKit.Data.Fetching;
using CourseKit.Display;

namespace CourseKit.Cli.Data;

/// <summary>What is said about the sets: plain lines, the same on a terminal and in a log.</summary>
internal sealed class DataReport(TextWriter output)
{
    /// <summary>A paragraph per set.</summary>
    public bool List(IReadOnlyList<CatalogEntry> entries, DataPlaces places)
    {
        foreach (var entry in entries)
        {
            output.WriteLine($"{entry.Name}");
            output.WriteLine($"    {entry.Contents}");
            output.WriteLine($"    {entry.Origin}");
            output.WriteLine($"    Licence: {entry.Licence}");
            output.WriteLine($"    {State(entry, FileStatus.Of(entry, places))}");
        }
        return true;
    }

    /// <summary>The places, and which of them has what.</summary>
    public bool Where(IReadOnlyList<CatalogEntry> entries, DataPlaces places)
    {
        output.WriteLine($"{DataPlaces.FolderVariable}: {places.Folder ?? "not set"}");
        output.WriteLine($"Cache: {places.Cache}");
        var table = new Table("set", "where");
        foreach (var entry in entries)
            table.Add(entry.Name, entry.IsShipped ? "in the library" : places.Find(entry) ?? "nowhere: a stand-in is made");
        output.WriteLine(table.ToText());
        return true;
    }

    /// <summary>A line per file.</summary>
    /// <param name="entries">The sets.</param>
    /// <param name="mustBeHere">Whether a set of which no file is here counts as missing; otherwise it is passed over.</param>
    /// <param name="places">Where to look.</param>
    /// <returns>Whether all files in question are intact.</returns>
    public bool Verify(IReadOnlyList<CatalogEntry> entries, bool mustBeHere, DataPlaces places)
    {
        var files = entries.Select(entry => FileStatus.Of(entry, places))
            .Where(files => mustBeHere || files.Any(file => file.State != FileState.Missing))
            .SelectMany(files => files).ToList();
        var table = new Table("state", "file");
        foreach (var file in files)
            table.Add(Word(file.State), file.Path);
        output.WriteLine(files.Count > 0 ? table.ToText() : "There is no file to verify.");
        return files.All(file => file.State == FileState.Intact);
    }

    private static string State(CatalogEntry entry, IReadOnlyList<FileStatus> files)
    {
        if (entry.IsShipped)
            return "In the library";
        var folder = Path.GetDirectoryName(files[0].Path);
        if (files.All(file => file.State == FileState.Missing))
            return $"Not here: a stand-in is made. To fetch it: coursekit data fetch {entry.Name}";
        return files.FirstOrDefault(file => file.State != FileState.Intact) is { } bad
            ? $"In {folder}, but {bad.File.Name} is {Word(bad.State)}. To mend it: coursekit data fetch {entry.Name}"
            : $"In {folder}, intact";
    }

    private static string Word(FileState state) => state switch
    {
        FileState.Intact => "intact",
        FileState.Damaged => "damaged",
        _ => "missing",
    };
}
