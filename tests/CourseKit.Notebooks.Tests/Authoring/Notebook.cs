using CourseKit.Notebooks.Authoring;
using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Tests.Authoring;

/// <summary>Notebooks as a teacher types them.</summary>
internal static class Notebook
{
    /// <summary>An assignment of cells of C#; one that begins with <c>#!</c> has its own language.</summary>
    public static Assignment Assignment(params string[] cells) => Read("hw1.dib", cells);

    public static Assignment Read(string path, params string[] cells) => CourseKit.Notebooks.Authoring.Assignment.Read(DibFormat.Parse(Text(cells), path), path);

    /// <summary>The text of a .dib.</summary>
    public static string Text(params string[] cells) =>
        string.Join('\n', cells.Select(cell => (cell.StartsWith("#!", StringComparison.Ordinal) ? cell : $"#!csharp\n\n{cell}").TrimEnd('\n') + "\n"));
}
