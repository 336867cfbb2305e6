namespace CourseKit.Notebooks.Sessions.Magics;

/// <summary><c>#!import file</c>: runs a notebook, a script, or a page as part of the cell. What fails in it fails the cell.</summary>
internal static class ImportMagic
{
    private const string FileParameter = "--file";

    public static Magic Magic { get; } = new()
    {
        Name = "#!import",
        Description = "runs another file",
        Parameters = [FileParameter],
        Required = [FileParameter],
        Positional = FileParameter,
        Prepare = (line, context) => () => context.Import(line.Value(FileParameter, isPositional: true)!.Text, line),
    };
}
