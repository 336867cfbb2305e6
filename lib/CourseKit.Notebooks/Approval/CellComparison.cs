using System.Globalization;

namespace CourseKit.Notebooks.Approval;

/// <summary>Compares what a cell has put out with what is approved for it.</summary>
internal static class CellComparison
{
    /// <summary>All that is wrong, from top to bottom; of a text that has more or fewer lines only the first place.</summary>
    public static IEnumerable<Difference> Of(IReadOnlyList<OutputBlock> approved, IReadOnlyList<OutputBlock> received, Tolerance tolerance)
    {
        for (var i = 0; i < Math.Max(approved.Count, received.Count); i++)
        {
            if (i >= received.Count)
                yield return new Difference(approved[i].Kind, "it is approved, and was not put out") { Approved = approved[i].Lines[0] };
            else if (i >= approved.Count)
                yield return new Difference(received[i].Kind, "it was put out, and is not approved") { Received = received[i].Lines[0] };
            else if (approved[i].Kind != received[i].Kind)
            {
                yield return new Difference(approved[i].Kind, $"it is approved; received {received[i].Kind}") { Approved = approved[i].Lines[0], Received = received[i].Lines[0] };
                yield break;
            }
            else
                foreach (var difference in Of(approved[i], received[i], tolerance))
                    yield return difference;
        }
    }

    private static IEnumerable<Difference> Of(OutputBlock approved, OutputBlock received, Tolerance tolerance)
    {
        if (approved.IsPixels)
            return PixelSketch.Refute(approved.Lines, received.Lines, tolerance.Pictures) is { } far ? [new Difference(approved.Kind, far)] : [];
        var allowed = approved.IsDrawing ? tolerance.Pictures : tolerance.Numbers;
        var wrong = Enumerable.Range(0, Math.Min(approved.Lines.Count, received.Lines.Count))
            .Select(line => (line, What: TextComparison.Refute(approved.Lines[line], received.Lines[line], allowed)))
            .Where(line => line.What is not null)
            .Select(line => new Difference(Where(approved.Kind, line.line), line.What!) { Approved = approved.Lines[line.line], Received = received.Lines[line.line] });
        if (approved.Lines.Count == received.Lines.Count)
            return wrong;
        var count = string.Create(CultureInfo.InvariantCulture, $"{Lines(approved.Lines.Count)} approved; received {received.Lines.Count}");
        var first = wrong.FirstOrDefault() ?? FirstBeyond(approved, received);
        return [first with { What = $"{count}; {first.What}" }];
    }

    private static Difference FirstBeyond(OutputBlock approved, OutputBlock received)
    {
        var line = Math.Min(approved.Lines.Count, received.Lines.Count);
        return new Difference(Where(approved.Kind, line), "they are alike up to here")
        {
            Approved = approved.Lines.ElementAtOrDefault(line),
            Received = received.Lines.ElementAtOrDefault(line),
        };
    }

    private static string Where(string kind, int line) => string.Create(CultureInfo.InvariantCulture, $"{kind}, line {line + 1}");

    private static string Lines(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "line is" : "lines are")}");
}
