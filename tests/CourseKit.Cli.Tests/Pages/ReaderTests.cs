namespace CourseKit.Cli.Tests.Pages;

/// <summary>What a reader does with a page, in a browser that has no network.</summary>
[Collection(nameof(CoursePages))]
public sealed class ReaderTests(CoursePages pages)
{
    [BrowserFact]
    public async Task A_click_on_a_columns_name_sorts_the_table_and_another_turns_it_around()
    {
        var states = await BrowserScript.RunAsync<Column[]>("sort.mjs", await pages.PathOfAsync("gallery.html"), "rate");

        string[] ascending = [.. states[0].Cells.Order(StringComparer.Ordinal)];
        Assert.Equal(36, ascending.Length);
        Assert.Equal("none", states[0].Order);
        Assert.NotEqual(ascending, states[0].Cells);
        Assert.Equal(("ascending", string.Join(' ', ascending)), (states[1].Order, string.Join(' ', states[1].Cells)));
        Assert.Equal(("descending", string.Join(' ', ascending.Reverse())), (states[2].Order, string.Join(' ', states[2].Cells)));
        // By the keyboard, by another column: this one is no longer in order, and says so.
        Assert.Equal("none", states[3].Order);
        Assert.NotEqual(states[2].Cells, states[3].Cells);
    }

    [BrowserFact]
    public async Task Where_plotly_cannot_be_had_the_still_pictures_stay()
    {
        var charts = await BrowserScript.RunAsync<Seen[]>("charts.mjs", await pages.PathOfAsync("gallery.html"));

        Assert.True(charts.Length > 25);
        Assert.All(charts, chart => Assert.Equal((true, false), (chart.Picture, chart.Drawing)));
    }

    [BrowserFact]
    public async Task With_a_copy_in_the_page_plotly_draws_in_their_place()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.dib", $"#!csharp\n#r \"{Repository.PathOf("artifacts", "kit", "CourseKit.dll")}\"\nCourseKit.Plotting.Charts.LossCurve([2.3, 1.1, 0.6, 0.4])\n");
        var run = await CourseKitProcess.StartAsync("dotnet", folder.Path,
            [CourseKitProcess.Dll, "run", "a.dib", "--out", "out", "--plotly", "inline", "--timeout-scale", "4"], ("COURSEKIT_PLOTLY", Chromium.Plotly));
        Assert.True(run.ExitCode == 0, run.Out + run.Error);

        var charts = await BrowserScript.RunAsync<Seen[]>("charts.mjs", Path.Combine(folder.Path, "out", "a.html"));

        var chart = Assert.Single(charts);
        Assert.Equal((false, true), (chart.Picture, chart.Drawing));
        Assert.StartsWith("Loss curve", chart.Name, StringComparison.Ordinal);
    }

    private sealed record Column(string Order, string[] Cells);

    private sealed record Seen(bool Picture, bool Drawing, string Name);
}
