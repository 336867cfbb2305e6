namespace CourseKit.Benchmarks;

internal static class ResultFile
{
    /// <summary>Writes a table anew. What was learned about the time stands below the numbers, is written by hand, and stays.</summary>
    /// <param name="file">The Markdown file.</param>
    /// <param name="lines">The new text.</param>
    /// <param name="notes">The heading at which the old text is kept.</param>
    public static void Write(string file, List<string> lines, string notes)
    {
        if (File.Exists(file) && File.ReadAllText(file) is var old && old.IndexOf(notes, StringComparison.Ordinal) is > 0 and var start)
            lines.AddRange(["", .. old[start..].TrimEnd().Split('\n')]);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        File.WriteAllText(file, string.Join('\n', lines) + "\n");
        Console.Error.WriteLine($"Written: {file}");
    }
}
