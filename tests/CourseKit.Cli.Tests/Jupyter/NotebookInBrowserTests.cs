namespace CourseKit.Cli.Tests.Jupyter;

/// <summary>What a student does with Jupyter Notebook: opens 05, runs all, looks at the charts, completes a word, stops a loop, starts anew.</summary>
public class NotebookInBrowserTests
{
    [NotebookFact]
    public async Task A_course_notebook_runs_shows_its_charts_is_interrupted_and_restarted()
    {
        using var folder = new TemporaryFolder();
        var converted = await CourseKitProcess.RunAsync(
            folder.Path, "convert", Repository.PathOf("notebooks", "05-hoda-keras.dib"), "--to", "ipynb", "--absolute", "--out", folder.Path);
        Assert.True(converted.ExitCode == 0, converted.Out + converted.Error);
        await using var server = await NotebookServer.StartAsync(folder.Path);

        var seen = await BrowserScript.RunAsync<Seen>("jupyter.mjs", $"{server.Address}/notebooks/05-hoda-keras.ipynb");

        Assert.True(seen.Ran.Length > 30);
        Assert.All(seen.Ran, (cell, index) => Assert.Equal((index + 1, ""), (cell.Count, string.Join('\n', cell.Errors))));
        Assert.True(seen.Charts.Length > 8);
        Assert.All(seen.Charts, chart => Assert.True(chart is { Width: > 200, Height: > 50 }, $"{chart}"));
        Assert.Contains("WriteLine", seen.Completed, StringComparison.Ordinal);
        Assert.Equal("turning\nThe cell was interrupted.", seen.Interrupted);
        Assert.Equal("42", seen.Kept);
        Assert.Contains("CS0103", seen.Forgotten, StringComparison.Ordinal);
        Assert.Empty(seen.Complaints);
    }

    private sealed record Seen(Cell[] Ran, Chart[] Charts, string Completed, string Interrupted, string Kept, string Forgotten, string[] Complaints);

    private sealed record Cell(int Count, string[] Errors);

    private sealed record Chart(int Width, int Height);
}
