using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Running;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Tests.Running.Results;

/// <summary>A run in which everything happens that can, with letters that no format likes.</summary>
internal static class ExampleRun
{
    private static readonly DateTimeOffset Start = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    public static IReadOnlyList<NotebookResult> Results { get; } =
    [
        new NotebookResult("notebooks/01-a & b.dib",
        [
            new CellResult(2, Verdict.Passed, TimeSpan.FromMilliseconds(12)),
            new CellResult(3, Verdict.Passed, TimeSpan.FromMilliseconds(3)) { Expected = Thrown },
            new CellResult(4, Verdict.Failed, TimeSpan.FromSeconds(1.5))
            {
                Error = Thrown,
                Message = "System.FormatException: 100 % \"<wrong>\":\na, b",
                Position = Thrown.Position,
                Outputs = [new StreamOutput("stdout", "\e[31mred\e[0m \0null 🎉 \ud800half ]]>\n")],
            },
            new CellResult(5, Verdict.Skipped, TimeSpan.Zero) { Message = "needs a camera" },
            new CellResult(6, Verdict.Unavailable, TimeSpan.Zero) { Message = "It requires Microsoft.ML." },
        ], TimeSpan.FromSeconds(2)) { Started = Start, Title = "A & B", HtmlPath = "out/01-a & b.html" },
        new NotebookResult("notebooks/02-b.ipynb",
        [
            new CellResult(1, Verdict.TimedOut, TimeSpan.FromSeconds(60)) { Message = "More than its 60 s.", Position = new CellPosition("02-b.ipynb", 1, 1, 0, 0) },
            new CellResult(2, Verdict.Died, TimeSpan.FromSeconds(1)) { Message = "Stack overflow." },
            new CellResult(3, Verdict.NotRun, TimeSpan.Zero) { Message = "Its session had ended in cell 2." },
        ], TimeSpan.FromSeconds(61)) { Started = Start.AddSeconds(2), HtmlPath = "out/02-b.html" },
        new NotebookResult("notebooks/03-c.dib", [], TimeSpan.FromMilliseconds(1)) { Started = Start.AddSeconds(63), Unreadable = "It is broken." },
        new NotebookResult("notebooks/04-d.dib", [], TimeSpan.FromMilliseconds(2)) { Started = Start.AddSeconds(63) },
    ];

    private static CellError Thrown => new()
    {
        Kind = CellErrorKind.Exception,
        ExceptionType = "System.FormatException",
        Message = "100 % \"<wrong>\":\na, b",
        Position = new CellPosition("notebooks/01-a & b.dib", 4, 3, 9, 41),
        SourceLine = "    int.Parse(text)",
        StackTrace = "System.FormatException: 100 %\n   at cell 4, line 3",
    };
}
