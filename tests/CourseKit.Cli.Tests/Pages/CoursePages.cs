namespace CourseKit.Cli.Tests.Pages;

/// <summary>The gallery, the first notebook and the index page, run once for all tests that look at them; on stand-ins, without a network.</summary>
[CollectionDefinition(nameof(CoursePages))]
public sealed class CoursePages : IDisposable, ICollectionFixture<CoursePages>
{
    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<Task> _run;

    public CoursePages() => _run = new Lazy<Task>(RunAsync);

    /// <summary>The page of that name, after the notebooks were run.</summary>
    internal async Task<string> PathOfAsync(string page)
    {
        await _run.Value;
        return Path.Combine(_folder.Path, page);
    }

    public void Dispose() => _folder.Dispose();

    private async Task RunAsync()
    {
        var run = await CourseKitProcess.StartAsync("dotnet", Repository.Root,
            [CourseKitProcess.Dll, "run", "notebooks/00-start-here.dib", "notebooks/gallery/gallery.dib", "--out", _folder.Path, "--timeout-scale", "4"],
            ("COURSEKIT_OFFLINE", "1"), ("COURSEKIT_DATA", ""), ("COURSEKIT_CACHE", Repository.PathOf("artifacts", "test-cache")));
        Assert.True(run.ExitCode == 0, run.Out + run.Error);
    }
}
