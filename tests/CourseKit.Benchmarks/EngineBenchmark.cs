using System.Globalization;

namespace CourseKit.Benchmarks;

/// <summary>The nets of the reports beside PyTorch, and XNOR beside NumPy, each in processes of its own, in turns.</summary>
internal static class EngineBenchmark
{
    private const double MostMegabytes = 200;

    /// <param name="peers">The folder of the Python peers; their data lie beside it.</param>
    /// <param name="names">Which rows; none for all.</param>
    /// <param name="file">For the results; null to write none.</param>
    public static int Run(string peers, string[] names, string? file)
    {
        if (!PeerTable.Accepts("engine", peers, names, EngineRow.All))
            return 1;
        List<string> lines = [.. Header()];
        var largest = 0.0;
        var verdicts = new List<bool>();
        foreach (var row in EngineRow.All.Where(row => names.Length == 0 || names.Contains(row.Name)))
        {
            var measured = PeerTable.Measure(peers, row);
            verdicts.Add(measured.Ratio >= row.ToReach);
            largest = Math.Max(largest, measured.Megabytes);
            lines.Add(PeerTable.Line(row, measured));
        }
        verdicts.Add(largest <= MostMegabytes);
        Console.Error.WriteLine(PeerTable.Verdict("Peak memory of all runs", $"{largest:F0} MB", $"≤ {MostMegabytes} MB", verdicts[^1]));
        lines.AddRange(["", string.Create(CultureInfo.InvariantCulture, $"Largest peak memory of ours: {largest:F0} MB; to stay below: {MostMegabytes}.")]);
        if (file is not null)
            ResultFile.Write(file, lines, "## Where the time goes");
        return verdicts.TrueForAll(reached => reached) ? 0 : 1;
    }

    private static IEnumerable<string> Header() =>
    [
        "# The engine beside PyTorch and NumPy",
        "",
        "Written by `dotnet run -c Release --project tests/CourseKit.Benchmarks -- engine --peers <folder>`.",
        "",
        .. PeerTable.Description(),
    ];
}
