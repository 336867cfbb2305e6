using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Running;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Tests.Running;

/// <summary>What a run says when it cannot begin.</summary>
internal static class RunningErrors
{
    [ErrorCases]
    internal static IEnumerable<(string, Action)> Errors() =>
    [
        ("Run: a path that is not there", () => NotebookFinder.Find(["notebok.dib"])),
        ("Run: two notebooks of one name", () => Run(new RunOptions(), "a/x.dib", "b/x.ipynb")),
        ("Run: a notebook that is called index", () => Run(new RunOptions(), "a/Index.dib")),
        ("Run: a directive that nobody knows", () => CellDirectives.Of("// coursekit: tiemout 5s")),
        ("Run: a timeout that is no time", () => CellDirectives.Of("1\n// coursekit: timeout soon")),
        ("Run: a skip without a reason", () => CellDirectives.Of("// coursekit: skip")),
        ("Run: an expectation that nobody understands", () => CellDirectives.Of("// coursekit: expect trouble")),
        ("Run: a second expectation", () => CellDirectives.Of("// coursekit: expect throws A\n// coursekit: expect throws B")),
        ("Run: a required package that is none", () => CellDirectives.Of("// coursekit: requires Microsoft.ML")),
        ("Run: a tolerance that is no part", () => CellDirectives.Of("// coursekit: tolerance much")),
        ("Run: a directive with too much behind it", () => CellDirectives.Of("// coursekit: teacher-only please")),
        ("Run: a directive for code in a text", () => CellDirectives.Of(new NotebookCell
        {
            Kind = CellKind.Markdown, Kernel = "markdown", Source = "<!-- coursekit: timeout 5s -->",
        })),
        ("Run: results that cannot be written", WriteIntoAFolderThatIsGone),
        ("Run: an output folder that is a file", RunIntoAFile),
    ];

    private static void Run(RunOptions options, params string[] paths) =>
        new NotebookBatch(options, _ => Task.FromResult<ISession>(new ScriptedSession()), new Silent()).RunAsync(paths).GetAwaiter().GetResult();

    private static void RunIntoAFile()
    {
        var file = Path.GetTempFileName();
        try
        {
            Run(new RunOptions { OutputFolder = file });
        }
        catch (RunException error)
        {
            throw new RunException(error.Message.Replace(file, "results", StringComparison.Ordinal));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void WriteIntoAFolderThatIsGone()
    {
        var folder = Path.Combine(Path.GetTempPath(), "coursekit-that-is-gone");
        try
        {
            new OutputFiles(folder, "x.dib").SavePage("");
        }
        catch (RunException error)
        {
            throw new RunException(error.Message.Replace(folder, "results", StringComparison.Ordinal));
        }
    }
}
