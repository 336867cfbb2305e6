using System.Globalization;

namespace CourseKit.Benchmarks;

/// <summary>The reports that were typed in Keras, through its front end, beside PyTorch; and what the front end adds to the engine's loop.</summary>
internal static class KerasBenchmark
{
    private const double MostOverhead = 0.03;

    /// <param name="peers">The folder of the Python peers; their data lie beside it.</param>
    /// <param name="names">Which rows; none for all, and the overhead.</param>
    /// <param name="file">For the results; null to write none.</param>
    public static int Run(string peers, string[] names, string? file)
    {
        if (!PeerTable.Accepts("keras", peers, names, EngineRow.Keras))
            return 1;
        List<string> lines =
        [
            "# Keras's reports beside PyTorch",
            "",
            "Written by `dotnet run -c Release --project tests/CourseKit.Benchmarks -- keras --peers <folder>`.",
            "",
            .. PeerTable.Description(),
        ];
        var reached = true;
        foreach (var row in EngineRow.Keras.Where(row => names.Length == 0 || names.Contains(row.Name)))
        {
            var measured = PeerTable.Measure(peers, row);
            reached &= measured.Ratio >= row.ToReach;
            lines.Add(PeerTable.Line(row, measured));
        }
        if (names.Length == 0)
            reached &= AddOverhead(peers, lines);
        if (file is not null)
            ResultFile.Write(file, lines, "## Notes");
        return reached ? 0 : 1;
    }

    private static bool AddOverhead(string peers, List<string> lines)
    {
        lines.AddRange(
        [
            "",
            $"What `Fit` adds to the same training by the engine's own loop (`Trainer`, the same network, loss and metric), in turns in one process; the best of each and the median ratio; at most {MostOverhead * 100:0} %:",
            "",
            "| training | engine s | Fit s | overhead |",
            "|---|---|---|---|",
        ]);
        var reached = true;
        foreach (var (name, title) in new[] { ("hoda", "Q4: 25-50-30-15-10, Adam, batch 64, 20 epochs with validation"), ("fashion", "R4: 784-300-100-10, Adam, batch 32, 100 batches") })
        {
            var run = ChildProcess.Ourselves(["keras-overhead", name], ("COURSEKIT_DATA", PeerTable.DataBeside(peers))).Output;
            var overhead = run.GetProperty("ratio").GetDouble() - 1;
            reached &= overhead <= MostOverhead;
            lines.Add(string.Create(CultureInfo.InvariantCulture,
                $"| {title} | {run.GetProperty("engine").GetDouble():G3} | {run.GetProperty("fit").GetDouble():G3} | {overhead * 100:F1} % |"));
            Console.Error.WriteLine(PeerTable.Verdict(title, $"{overhead * 100:F1} %", $"≤ {MostOverhead * 100:F0} %", overhead <= MostOverhead));
        }
        return reached;
    }
}
