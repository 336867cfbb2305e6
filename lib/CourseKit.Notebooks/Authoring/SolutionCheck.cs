using CourseKit.Notebooks.Running;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Authoring;

/// <summary>Breaks solutions and looks whether a test notices. All of it happens in one session, in which the cells that depend on a broken one run again.</summary>
internal sealed class SolutionCheck(Assignment assignment, StudentVersion version, CheckOptions options, WarmNotebook warm, IReadOnlyDictionary<int, TimeSpan> elapsed)
{
    private readonly CellDependencies _dependencies = new(assignment.Cells.Where(cell => cell.IsCSharp).Select(cell => (cell.Number, cell.Cell)));

    /// <summary>Makes mistakes in one solution, one at a time.</summary>
    public async Task<SolutionReport> RunAsync(AssignmentCell cell, MarkedRegion region, CancellationToken cancellation)
    {
        var report = await RunAsync(cell, region, afresh: false, cancellation);
        if (await IsAsBeforeAsync(cell, cancellation))
            return report;
        // The cells change what others made, so what one mistake left behind may have been taken for the next one's.
        report = await RunAsync(cell, region, afresh: true, cancellation);
        await warm.DisposeAsync();
        return report;
    }

    private async Task<SolutionReport> RunAsync(AssignmentCell cell, MarkedRegion region, bool afresh, CancellationToken cancellation)
    {
        var mutations = new SolutionMutations(cell, region);
        var stub = await NoticedByAsync(cell, version.WithStub(cell, region), afresh, cancellation);
        var (made, noticedBy, unnoticed) = (0, new List<string>(), new List<AssignmentProblem>());
        foreach (var mutation in stub is "" ? [] : mutations.Take(options.Mutations))
        {
            if (await NoticedByAsync(cell, mutation.Source, afresh, cancellation) is not { } test)
                continue;
            made++;
            if (test.Length > 0)
                noticedBy.Add(test);
            else
                unnoticed.Add(new AssignmentProblem(assignment.At(cell, mutation.Line), $"no test notices {mutation.After} in place of {mutation.Before}: {mutation.SourceLine}"));
        }
        string[] tests = [.. assignment.Tests.Select(test => test.Name).Intersect(noticedBy)];
        return new SolutionReport(mutations.Name, assignment.At(cell, region.First + 1), made, unnoticed, tests, stub is not "");
    }

    /// <summary>The test that fails with that code in the cell; empty if none does, null if the code does not compile.</summary>
    private async Task<string?> NoticedByAsync(AssignmentCell cell, string source, bool afresh, CancellationToken cancellation)
    {
        if (afresh)
            return await NoticedAfreshByAsync(cell, source, cancellation);
        if (!warm.IsAlive)
            await warm.StartAsync(assignment.Document, cancellation);
        var broken = await warm.RunAsync(cell.Cell with { Source = source }, Limit(cell), cancellation);
        if (broken.Error?.Kind == CellErrorKind.CompileError)
            return null;
        var dependents = _dependencies.Of(cell.Number).Select(number => assignment.Cells[number - 1]).ToList();
        foreach (var dependent in dependents)
        {
            if (!warm.IsAlive)
                return dependents.SkipWhile(later => later != dependent).FirstOrDefault(later => later.Directives.Tests is not null)?.Directives.Tests!.Name ?? "";
            var result = await warm.RunAsync(dependent.Cell, Limit(dependent), cancellation);
            if (result.Verdict != Verdict.Passed && dependent.Directives.Tests is { } test)
                return test.Name;
        }
        return "";
    }

    /// <summary>The same in a session of its own, from the first cell to the last.</summary>
    private async Task<string?> NoticedAfreshByAsync(AssignmentCell broken, string source, CancellationToken cancellation)
    {
        var document = assignment.Document with
        {
            Cells = [.. assignment.Cells.Select(cell => WarmNotebook.Limited(cell == broken ? cell.Cell with { Source = source } : cell.Cell, Limit(cell)))],
        };
        var results = await warm.StartAsync(document, cancellation);
        if (results.First(result => result.Number == broken.Number).Error?.Kind == CellErrorKind.CompileError)
            return null;
        return results.Select(result => (result.Verdict, assignment.Cells[result.Number - 1].Directives.Tests))
            .FirstOrDefault(test => test.Tests is not null && test.Verdict != Verdict.Passed).Tests?.Name ?? "";
    }

    /// <summary>Puts the solution back and looks whether all tests pass again.</summary>
    private async Task<bool> IsAsBeforeAsync(AssignmentCell cell, CancellationToken cancellation)
    {
        if (!warm.IsAlive)
            return (await warm.StartAsync(assignment.Document, cancellation)).All(result => result.Verdict is Verdict.Passed or Verdict.Skipped or Verdict.Unavailable);
        foreach (var again in _dependencies.Of(cell.Number).Prepend(cell.Number).Select(number => assignment.Cells[number - 1]))
            if ((await warm.RunAsync(again.Cell, null, cancellation)).Verdict is not (Verdict.Passed or Verdict.Skipped or Verdict.Unavailable))
            {
                await warm.StartAsync(assignment.Document, cancellation);
                return false;
            }
        return true;
    }

    private TimeSpan Limit(AssignmentCell cell) =>
        elapsed.TryGetValue(cell.Number, out var time) && 5 * time > options.LeastTime ? 5 * time : options.LeastTime;
}
