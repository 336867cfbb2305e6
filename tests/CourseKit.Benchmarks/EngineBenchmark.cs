using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace CourseKit.Benchmarks;

/// <summary>The nets of the reports beside PyTorch, and XNOR beside NumPy, each in processes of its own, in turns.</summary>
internal static class EngineBenchmark
{
    private const int Turns = 3;
    private const double MostMegabytes = 200;

    /// <param name="peers">The folder of the Python peers; their data lie beside it.</param>
    /// <param name="names">Which rows; none for all.</param>
    /// <param name="file">For the results; null to write none.</param>
    public static int Run(string peers, string[] names, string? file)
    {
        var unknown = names.Except(EngineRow.All.Select(row => row.Name)).ToArray();
        if (unknown.Length > 0 || !File.Exists(Path.Combine(peers, "q6_mnist.py")))
        {
            Console.Error.WriteLine(unknown.Length > 0
                ? $"engine: unknown rows {string.Join(", ", unknown)}. Known: {string.Join(", ", EngineRow.All.Select(row => row.Name))}."
                : $"engine: the folder of the Python peers is required; {peers} has no q6_mnist.py.");
            return 1;
        }
        List<string> lines = [.. Header()];
        var largest = 0.0;
        var verdicts = new List<bool>();
        foreach (var row in EngineRow.All.Where(row => names.Length == 0 || names.Contains(row.Name)))
        {
            var measured = Measure(peers, row);
            verdicts.Add(measured.Ratio >= row.ToReach);
            largest = Math.Max(largest, measured.Megabytes);
            lines.Add(Line(row, measured));
            Console.Error.WriteLine(Verdict(row.Title, $"{measured.Ratio:F2} ×", $"≥ {row.ToReach:G3} ×", verdicts[^1]));
        }
        verdicts.Add(largest <= MostMegabytes);
        Console.Error.WriteLine(Verdict("Peak memory of all runs", $"{largest:F0} MB", $"≤ {MostMegabytes} MB", verdicts[^1]));
        lines.AddRange(["", string.Create(CultureInfo.InvariantCulture, $"Largest peak memory of ours: {largest:F0} MB; to stay below: {MostMegabytes}.")]);
        if (file is not null)
            ResultFile.Write(file, lines, "## Where the time goes");
        return verdicts.TrueForAll(reached => reached) ? 0 : 1;
    }

    private static Measured Measure(string peers, EngineRow row)
    {
        var data = Environment.GetEnvironmentVariable("COURSEKIT_DATA") ?? Path.GetFullPath(Path.Combine(peers, "..", "data"));
        List<JsonElement> ours = [];
        var theirs = row.Settings.Select(_ => new List<JsonElement>()).ToArray();
        for (var turn = 0; turn < Turns; turn++)
        {
            ours.Add(ChildProcess.Ourselves(["engine-run", row.Name], ("COURSEKIT_DATA", data)).Output);
            foreach (var (setting, runs) in row.Settings.Zip(theirs).Where(pair => turn == 0 || IsNear(pair.Second)).ToArray())
            {
                runs.Add(ChildProcess.Run(
                    ChildProcess.Python, [Path.Combine(peers, row.Peer[0]), .. row.Peer[1..], .. setting.Arguments],
                    [("PEERS_DATA", data), .. setting.Environment]).Output);
            }
        }
        var medians = theirs.Select(runs => runs.Count < Turns ? double.PositiveInfinity : Median.Of(runs, row.PeerSeconds)).ToArray();
        var best = Array.IndexOf(medians, medians.Min());
        var seconds = Median.Of(ours, run => Seconds(run, ^1));
        return new()
        {
            First = Median.Of(ours, run => Seconds(run, 0)),
            Seconds = seconds,
            Share = Median.Of(ours, run => run.GetProperty("gflop").GetDouble() / run.GetProperty("gflops_peak").GetDouble()) / seconds,
            Megabytes = ours.Max(run => run.GetProperty("peak_mb").GetDouble()),
            Result = ours[0].GetProperty("result").GetString()!,
            PeerSeconds = medians[best],
            PeerSetting = row.Settings[best].Name,
            PeerMegabytes = theirs[best].Max(run => run.GetProperty("peak_mb").GetDouble()),
            PeerResult = theirs[best][0].GetProperty("accuracy").GetDouble(),
        };

        // A setting that was slower than another by a third is not the best one.
        bool IsNear(List<JsonElement> runs) =>
            row.PeerSeconds(runs[0]) < 4.0 / 3 * theirs.Min(others => row.PeerSeconds(others[0]));
    }

    private static double Seconds(JsonElement run, Index index)
    {
        var seconds = run.GetProperty("seconds");
        return seconds[index.GetOffset(seconds.GetArrayLength())].GetDouble();
    }

    private static string Line(EngineRow row, Measured measured) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {row.Title} | {measured.First:G3} | {measured.Seconds:G3} | {measured.PeerSeconds:G3} ({measured.PeerSetting}) "
        + $"| {measured.Ratio:F2} | {row.ToReach:G3} | {measured.Share * 100:F0} % | {measured.Megabytes:F0} / {measured.PeerMegabytes:F0} "
        + $"| {measured.Result} / {measured.PeerResult:F4} |");

    private static string Verdict(string title, FormattableString reached, FormattableString target, bool isReached) =>
        FormattableString.Invariant(reached) is var number && FormattableString.Invariant(target) is var goal
            ? $"{(isReached ? "reached" : "MISSED "),-8} {number,9} (to reach {goal})  {title}" : "";

    private static IEnumerable<string> Header() =>
    [
        "# The engine beside PyTorch and NumPy",
        "",
        "Written by `dotnet run -c Release --project tests/CourseKit.Benchmarks -- engine --peers <folder>`.",
        "",
        $"- {Machine.Today()}, {Machine.Cpu()}, {Environment.ProcessorCount} processors, {Machine.Load()}",
        $"- CourseKit: {RuntimeInformation.FrameworkDescription}, TieredPGO and QuickJitForLoops off",
        "- Peer: torch 1.13.1 and NumPy 1.24 of Debian 12, everything in memory; OPENBLAS_CORETYPE and OPENBLAS_L2_SIZE unset, or AVX-512",
        "  kernels asked for by OPENBLAS_CORETYPE=SkylakeX; the best of these settings counts and is named; one that is slower than another by a third at first is not run again",
        "",
        $"Ours and the peer's in turns, each time in a new process, median of {Turns}. Seconds of what the row says, without start-up and",
        "reading of data. Compared is the second run of our process; the first one, with all compilation in it, stands beside it. Share of the",
        "peak: the part of that time that the products and convolutions would take at the speed of a product of 960 × 960 on all",
        "processors, measured in the same process. Memory: the process at its largest, data and one run included.",
        "",
        "| work | first run s | second run s | peer s | ratio | to reach | share of the peak | peak MB ours / peer | accuracy ours / peer |",
        "|---|---|---|---|---|---|---|---|---|",
    ];

    private readonly record struct Measured
    {
        public double First { get; init; }

        public double Seconds { get; init; }

        public double Share { get; init; }

        public double Megabytes { get; init; }

        public string Result { get; init; }

        public double PeerSeconds { get; init; }

        public string PeerSetting { get; init; }

        public double PeerMegabytes { get; init; }

        public double PeerResult { get; init; }

        public double Ratio => PeerSeconds / Seconds;
    }
}
