using System.Globalization;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Running;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Approval;

/// <summary>Holds the outputs of notebooks against approved ones, or approves them.</summary>
/// <param name="options">Where they are.</param>
public sealed class OutputApproval(ApprovalOptions options)
{
    private const int MostDifferences = 5;

    /// <summary>The result of a run, with cells as failed whose outputs are not the approved ones. Cells that did not pass stay as they are.</summary>
    /// <param name="document">The notebook with the outputs of the run.</param>
    /// <param name="result">How its cells ended.</param>
    /// <exception cref="RunException">The file of approved outputs cannot be read or written.</exception>
    public NotebookResult Judge(NotebookDocument document, NotebookResult result)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(result);
        var path = options.PathOf(result.Path);
        var approved = File.Exists(path) ? ApprovedFile.Read(path) : null;
        var tolerance = options.Within(approved?.Tolerance ?? Tolerance.Default);
        ApprovedCell[] received = [.. document.Cells.Index().Where(cell => IsCompared(cell.Item, result, cell.Index + 1))
            .Select(cell => new ApprovedCell(cell.Index + 1, cell.Item.Id, OutputBlocks.Of(cell.Item.Outputs)))];
        var file = new ApprovedFile(tolerance, [.. received.Where(cell => cell.Blocks.Count > 0), .. approved is null ? [] : NotRun(approved, document, result)]);
        file = file with { Cells = [.. file.Cells.OrderBy(cell => cell.Number)] };
        if (options.Approve && result.Verdict == Verdict.Passed)
            return Approve(file, path, result);
        var judged = approved is null ? NothingApproved(path, file, document, result) : Compare(new Pairs(approved, received), tolerance, document, result);
        var came = options.ReceivedPathOf(result.Path);
        if (judged.Differs)
            file.Write(came, Path.GetFileName(result.Path));
        else if (File.Exists(came))
            File.Delete(came);
        return judged;
    }

    /// <summary>Cells of code that ran and are not said to put out something else each time.</summary>
    private static bool IsCompared(NotebookCell cell, NotebookResult result, int number) =>
        result.Cells.Any(ran => ran.Number == number && ran.Verdict == Verdict.Passed) && !CellDirectives.Of(cell).IsVolatile;

    /// <summary>What is approved for cells that did not run here stays approved.</summary>
    private static IEnumerable<ApprovedCell> NotRun(ApprovedFile approved, NotebookDocument document, NotebookResult result) =>
        from cell in result.Cells
        where cell.Verdict != Verdict.Passed
        let id = document.Cells[cell.Number - 1].Id
        from kept in approved.Cells
        where kept.Id == id
        select kept with { Number = cell.Number };

    private static NotebookResult Approve(ApprovedFile file, string path, NotebookResult result)
    {
        file.Write(path, Path.GetFileName(result.Path));
        return result with { ApprovedPath = path };
    }

    private static NotebookResult NothingApproved(string path, ApprovedFile received, NotebookDocument document, NotebookResult result) => received.Cells.Count == 0
        ? result
        : Failed(document, result, received.Cells[0].Number,
            $"No outputs of this notebook are approved yet: {path} is not there. Look at what it shows; if that is right, approve it with --approve.");

    private NotebookResult Compare(Pairs pairs, Tolerance tolerance, NotebookDocument document, NotebookResult result)
    {
        foreach (var (approved, received) in pairs.All)
        {
            var own = CellDirectives.Of(document.Cells[received.Number - 1]).Tolerance;
            var within = own is null ? tolerance : new Tolerance(options.Numbers ?? own.Value, Math.Max(tolerance.Pictures, own.Value));
            Difference[] differences = [.. CellComparison.Of(approved?.Blocks ?? [], received.Blocks, within)];
            if (differences.Length > 0)
                result = Failed(document, result, received.Number, Message(differences));
        }
        ApprovedCell[] gone = [.. pairs.Left.Where(cell => !Ran(cell, document, result))];
        return gone.Length == 0 || result.Cells.Count == 0
            ? result
            : Failed(document, result, result.Cells[^1].Number,
                $"Outputs are approved for cells that the notebook no longer has: {string.Join(", ", gone.Select(cell => cell.Number))}. Approve the others anew with --approve.");
    }

    /// <summary>An approved cell that is there, but was left out this time or puts out something else each time.</summary>
    private static bool Ran(ApprovedCell approved, NotebookDocument document, NotebookResult result) =>
        document.Cells.Index().Any(cell => cell.Item.Id == approved.Id) || result.Cells.Any(cell => cell.Number == approved.Number && cell.Verdict != Verdict.Passed);

    private static string Message(Difference[] differences)
    {
        var count = differences.Length == 1 ? "An output differs" : string.Create(CultureInfo.InvariantCulture, $"{differences.Length} outputs or lines differ");
        var lines = differences.Take(MostDifferences).SelectMany(difference => difference.Lines()).Select(line => $"  {line}");
        if (differences.Length > MostDifferences)
            lines = lines.Append(string.Create(CultureInfo.InvariantCulture, $"  … and {differences.Length - MostDifferences} more"));
        return string.Join('\n', lines.Prepend($"{count} from what is approved:"));
    }

    private static NotebookResult Failed(NotebookDocument document, NotebookResult result, int number, string message)
    {
        var position = new CellPosition(result.Path, number, 1, 0, document.Cells[number - 1].Line);
        return result with
        {
            Differs = true,
            Cells = [.. result.Cells.Select(cell => cell.Number == number && cell.Verdict == Verdict.Passed
                ? cell with { Verdict = Verdict.Failed, Message = message, Position = position }
                : cell)],
        };
    }

    /// <summary>Which approved outputs belong to which cell: by its id, which is made of its code; where the code was changed, by its number.</summary>
    private sealed class Pairs
    {
        private readonly List<ApprovedCell> _left;

        public Pairs(ApprovedFile approved, IReadOnlyList<ApprovedCell> received)
        {
            _left = [.. approved.Cells];
            var found = received.ToDictionary(cell => cell, cell => Take(other => other.Id == cell.Id));
            All = [.. received.Select(cell => (found[cell] ?? Take(other => other.Number == cell.Number), cell))];
        }

        public IReadOnlyList<(ApprovedCell? Approved, ApprovedCell Received)> All { get; }

        /// <summary>What is approved and belongs to none of the cells.</summary>
        public IReadOnlyList<ApprovedCell> Left => _left;

        private ApprovedCell? Take(Predicate<ApprovedCell> which)
        {
            var cell = _left.Find(which);
            if (cell is not null)
                _left.Remove(cell);
            return cell;
        }
    }
}
