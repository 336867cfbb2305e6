using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Running;
using CourseKit.Notebooks.Sessions;
using CourseKit.Notebooks.Tests.Sessions;

namespace CourseKit.Notebooks.Tests.Running;

/// <summary>Whatever a cell does: the run ends, with the right verdict, and what stands behind the cell runs or is not run.</summary>
public sealed class HostileCellTests(HostileRuns runs) : IClassFixture<HostileRuns>
{
    public static TheoryData<string> Names => [.. HostileRuns.Cells.Select(cell => cell.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_ends_with_the_right_verdict(string name)
    {
        var hostile = HostileRuns.Cells.Single(cell => cell.Name == name);

        var cells = (await runs.Of(hostile)).Cells;

        Assert.Equal((Verdict.Passed, hostile.Verdict), (cells[0].Verdict, cells[1].Verdict));
        Assert.Equal(hostile.Says is null, cells[1].Message is null);
        Assert.Contains(hostile.Says ?? "", cells[1].Message ?? "", StringComparison.Ordinal);
        Assert.Equal(hostile.Survives ? Verdict.Passed : Verdict.NotRun, cells[2].Verdict);
        if (hostile.Survives)
            Assert.Equal("42\n", string.Concat(cells[2].Outputs.OfType<StreamOutput>().Select(text => text.Text)));
    }
}

/// <summary>Runs all hostile cells, some at a time: they mostly wait.</summary>
public sealed class HostileRuns : IAsyncLifetime
{
    /// <summary>A hostile cell has a second, or ends by itself; the rest is what a busy machine takes to start a session and to compile. Only a defect reaches these.</summary>
    private static readonly TimeSpan CellLimit = TimeSpan.FromMinutes(5), Limit = TimeSpan.FromMinutes(8);

    private readonly TempFolder _folder = new();
    private readonly SemaphoreSlim _some = new(4);
    private readonly Dictionary<HostileCell, Task<NotebookResult>> _runs = [];

    public static IReadOnlyList<HostileCell> Cells { get; } = OperatingSystem.IsWindows() ? HostileCell.All : [.. HostileCell.All, .. HostileCell.Unix];

    public Task<NotebookResult> Of(HostileCell cell) => _runs[cell];

    public Task InitializeAsync()
    {
        foreach (var (index, cell) in Cells.Index())
            _runs[cell] = Task.Run(() => RunAsync(cell, $"{index}"));
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await Task.WhenAll(_runs.Values.Select(run => Task.WhenAny(run)));
        _folder.Dispose();
        _some.Dispose();
    }

    private async Task<NotebookResult> RunAsync(HostileCell cell, string name)
    {
        await _some.WaitAsync();
        try
        {
            var notebook = _folder.Write($"{name}.dib", $"#!csharp\nvar state = 41;\n#!csharp\n{cell.Code}\n#!csharp\nConsole.WriteLine(state + 1);\n");
            var options = new RunOptions { OutputFolder = Path.Combine(_folder.Path, "out", name), CellTimeout = CellLimit };
            return Assert.Single(await new NotebookBatch(options, StartAsync, new Silent()).RunAsync([notebook]).WaitAsync(Limit));
        }
        finally
        {
            _some.Release();
        }
    }

    private static async Task<ISession> StartAsync(string folder) => await ChildSession.StartAsync(TestSession.Options(folder) with
    {
        MemoryLimit = HostileCell.MemoryLimit,
        ProcessMemoryLimit = HostileCell.ProcessMemoryLimit,
    });
}
