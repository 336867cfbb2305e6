using CourseKit.Cli.Run;
using CourseKit.Notebooks.Authoring;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Running;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Cli.Tests.Assignments;

/// <summary>The mistake of the report that the third assignment is made of.</summary>
public class AxisTests
{
    [Fact]
    public async Task A_softmax_over_the_wrong_axis_passes_what_the_students_see_and_is_caught_by_the_hidden_test()
    {
        var path = Repository.PathOf("notebooks", "assignments", "mnist-own-functions.dib");
        var document = NotebookFile.Load(path);
        var wrong = document with
        {
            Cells = [.. document.Cells.Select(cell => cell with { Source = cell.Source.Replace("exp.Sum(axis: 1,", "exp.Sum(axis: 0,", StringComparison.Ordinal) })],
        };
        Assert.NotEqual(document, wrong);

        var results = await RunAsync(wrong, path);

        Assert.Null(results["softmax-values"]);
        Assert.EndsWith("The columns sum to 1: did you sum over the wrong axis?", results["softmax-axis"], StringComparison.Ordinal);
    }

    /// <summary>What the tests of a notebook up to the softmax's say; null for one that passes.</summary>
    private static async Task<Dictionary<string, string?>> RunAsync(NotebookDocument document, string path)
    {
        var cells = document.Cells.Take(document.Cells.ToList().FindIndex(cell => cell.Source.Contains("test softmax-axis", StringComparison.Ordinal)) + 1).ToList();
        var results = new Dictionary<string, string?>();
        await using var session = await ChildSession.StartAsync(SessionProgram.Options(Path.GetDirectoryName(path)!, new RunOptions()) with { FileName = "dotnet", Arguments = [CourseKitProcess.Dll, "session"] });
        foreach (var cell in cells.Where(cell => cell.Kind == CellKind.Code))
        {
            string? message = null;
            await foreach (var happened in session.ExecuteAsync(new CellRequest(cell.Id, cell.Source, path, 1, 1)))
                message ??= (happened as SessionEvent.Failed)?.Error.Message;
            if (Assignment.Read(new NotebookDocument { Cells = [cell] }, path).Tests is [var test])
                results[test.Name] = message;
        }
        return results;
    }
}
