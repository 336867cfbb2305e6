namespace CourseKit.Cli.Tests.Jupyter;

/// <summary>Notebooks put out the same in Jupyter as by our own runner, held by tests/jupyter/course.py; all of the course at once takes minutes and is run by hand.</summary>
public class CourseInJupyterTests
{
    [JupyterFact]
    public async Task Cells_put_out_the_same_in_Jupyter_as_by_the_runner()
    {
        var (exitCode, said) = await CompareAsync(
            Repository.PathOf("notebooks", "00-start-here.dib"), Repository.PathOf("notebooks", "11-five-mistakes.dib"));

        Assert.True(exitCode == 0, said);
        Assert.Matches(@"^00-start-here\.dib: [1-9]\d* cells of code, 0 differ \(coursekit run: exit code 0\)\n11-five-mistakes\.dib: [1-9]\d* cells of code, 0 differ ", said);
    }

    [JupyterFact]
    public async Task A_cell_that_puts_out_something_else_is_found()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.dib", "#!csharp\n\nConsole.WriteLine(\"the same\");\n\n#!csharp\n\nGuid.NewGuid()\n\n#!csharp\n\n// coursekit: expect throws FormatException\nint.Parse(\"x\")\n");

        var (exitCode, said) = await CompareAsync(Path.Combine(folder.Path, "a.dib"));

        Assert.True(exitCode == 1, said);
        Assert.StartsWith("a.dib: 3 cells of code, 1 differ (coursekit run: exit code 0)\n    cell 2: by coursekit run", said, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Said)> CompareAsync(params string[] notebooks)
    {
        var done = await CourseKitProcess.StartAsync(
            JupyterFactAttribute.Python, Repository.Root, [Repository.PathOf("tests", "jupyter", "course.py"), CourseKitProcess.Dll, .. notebooks],
            ("COURSEKIT_DATA", ""), ("COURSEKIT_CACHE", Repository.PathOf("artifacts", "test-cache")));
        return (done.ExitCode, done.Out + done.Error);
    }
}
