using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace CourseKit.Benchmarks;

/// <summary>Our side of some rows and a Python peer's, each in processes of its own, in turns.</summary>
internal static class PeerTable
{
    private const int Turns = 3;

    /// <summary>Whether the rows are known and the peers are there; says what is wrong.</summary>
    public static bool Accepts(string verb, string peers, string[] names, IReadOnlyList<EngineRow> rows)
    {
        // Without it Debian's torch and NumPy take the reference BLAS, which is twenty times slower and no peer.
        if (!OpenBlas.IsInstalled)
        {
            Console.Error.WriteLine($"{verb}: the peers need OpenBLAS, which was not found. On Debian: apt-get install libopenblas0-pthread");
            return false;
        }
        var unknown = names.Except(rows.Select(row => row.Name)).ToArray();
        if (unknown.Length == 0 && File.Exists(Path.Combine(peers, "q6_mnist.py")))
            return true;
        Console.Error.WriteLine(unknown.Length > 0
            ? $"{verb}: unknown rows {string.Join(", ", unknown)}. Known: {string.Join(", ", rows.Select(row => row.Name))}."
            : $"{verb}: the folder of the Python peers is required; {peers} has no q6_mnist.py.");
        return false;
    }

    /// <summary>Where the data lie that the peers read.</summary>
    public static string DataBeside(string peers) =>
        Environment.GetEnvironmentVariable("COURSEKIT_DATA") ?? Path.GetFullPath(Path.Combine(peers, "..", "data"));

    /// <summary>On what and how it was measured, and the heads of the columns.</summary>
    public static IEnumerable<string> Description() =>
    [
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

    public static Measured Measure(string peers, EngineRow row)
    {
        var data = DataBeside(peers);
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
        var measured = new Measured
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
        Console.Error.WriteLine(Verdict(row.Title, $"{measured.Ratio:F2} ×", $"≥ {row.ToReach:G3} ×", measured.Ratio >= row.ToReach));
        return measured;

        // A setting that was slower than another by a third is not the best one.
        bool IsNear(List<JsonElement> runs) =>
            row.PeerSeconds(runs[0]) < 4.0 / 3 * theirs.Min(others => row.PeerSeconds(others[0]));
    }

    private static double Seconds(JsonElement run, Index index)
    {
        var seconds = run.GetProperty("seconds");
        return seconds[index.GetOffset(seconds.GetArrayLength())].GetDouble();
    }

    public static string Line(EngineRow row, Measured measured) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {row.Title} | {measured.First:G3} | {measured.Seconds:G3} | {measured.PeerSeconds:G3} ({measured.PeerSetting}) "
        + $"| {measured.Ratio:F2} | {row.ToReach:G3} | {measured.Share * 100:F0} % | {measured.Megabytes:F0} / {measured.PeerMegabytes:F0} "
        + $"| {measured.Result} / {measured.PeerResult:F4} |");

    public static string Verdict(string title, FormattableString reached, FormattableString target, bool isReached) =>
        FormattableString.Invariant(reached) is var number && FormattableString.Invariant(target) is var goal
            ? $"{(isReached ? "reached" : "MISSED "),-8} {number,9} (to reach {goal})  {title}" : "";

    public readonly record struct Measured
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
