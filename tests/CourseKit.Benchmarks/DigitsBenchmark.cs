using System.Globalization;
using System.Runtime.InteropServices;

namespace CourseKit.Benchmarks;

/// <summary>The five networks of the digits report beside scikit-learn, each fit in processes of its own, in turns.</summary>
internal static class DigitsBenchmark
{
    // How many times as fast as scikit-learn, and of how many turns the median is taken.
    private static readonly (string Name, double ToReach, int Turns)[] Networks =
        [("relu", 3, 7), ("identity", 3, 7), ("logistic", 3, 7), ("tanh", 3, 7), ("adam1024", 1.7, 3)];

    public static int Run(string peers, string file)
    {
        var peer = Path.Combine(peers, "digits_sklearn.py");
        if (!File.Exists(peer))
        {
            Console.Error.WriteLine($"digits: digits_sklearn.py is required in the folder of the peers; {peer} does not exist.");
            return 1;
        }
        List<string> lines =
        [
            "# Digits: MLPClassifier and scikit-learn's",
            "",
            "Written by `dotnet run -c Release --project tests/CourseKit.Benchmarks -- digits --peers <folder>`.",
            "",
            $"- {Machine.Today()}, {Machine.Cpu()}, {Environment.ProcessorCount} processors, {Machine.Load()}",
            $"- CourseKit: {RuntimeInformation.FrameworkDescription}, TieredPGO and QuickJitForLoops off",
            "- Peer: scikit-learn of Debian 12 (1.2.1), each network with 1 and with 2 BLAS threads, the better of both",
            "",
            "Seconds of one fit, ours and the peer's in turns, each time in a new process, median of 7 (adam1024: 3). Compared is the",
            "second fit of our process, as a notebook makes many; the first one, with all compilation in it, stands beside it.",
            "",
            "| network | first fit | second fit | peer | ratio | to reach | iterations ours / peer | accuracy ours / peer |",
            "|---|---|---|---|---|---|---|---|",
        ];
        foreach (var (name, toReach, turns) in Networks)
            lines.Add(Row(peer, name, toReach, turns));
        lines.AddRange(WholeProcess(peer));
        ResultFile.Write(file, lines, "## Where the time goes");
        return 0;
    }

    private static string Row(string peer, string name, double toReach, int turns)
    {
        List<ChildProcess> ours = [], one = [], two = [];
        for (var turn = 0; turn < turns; turn++)
        {
            ours.Add(ChildProcess.Ourselves(["digits-fit", name, "2"]));
            one.Add(ChildProcess.Run(ChildProcess.Python, [peer, name], ("OPENBLAS_NUM_THREADS", "1")));
            two.Add(ChildProcess.Run(ChildProcess.Python, [peer, name], ("OPENBLAS_NUM_THREADS", "2")));
        }
        double first = Median.Of(ours, run => Fit(run, 0)), second = Median.Of(ours, run => Fit(run, 1));
        var theirs = Math.Min(Median.Of(one, Peer), Median.Of(two, Peer));
        var (a, b) = (ours[0].Output, one[0].Output);
        var row = string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {first:F4} | {second:F4} | {theirs:F4} | {theirs / second:F2} | {toReach:F1} "
            + $"| {a.GetProperty("iterations")} / {b.GetProperty("n_iter")} | {Number(a, "accuracy"):F4} / {Number(b, "accuracy"):F4} |");
        Console.Error.WriteLine(row);
        return row;

        static double Fit(ChildProcess run, int index) => run.Output.GetProperty("seconds")[index].GetDouble();
        static double Peer(ChildProcess run) => Number(run.Output, "seconds");
    }

    private static List<string> WholeProcess(string peer)
    {
        var folder = Directory.CreateTempSubdirectory("coursekit-benchmark").FullName;
        var program = Publish(folder);
        const string WithPeak = "import resource, runpy, sys; sys.argv = sys.argv[1:]; runpy.run_path(sys.argv[0], run_name='__main__'); "
            + "print('{\"peak_mb\": %f}' % (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))";
        List<ChildProcess> ours = [], theirs = [];
        for (var turn = 0; turn < 7; turn++)
        {
            ours.Add(ChildProcess.Run(program, ["digits-fit", "logistic", "1"]));
            theirs.Add(ChildProcess.Run(ChildProcess.Python, ["-c", WithPeak, peer, "logistic"], ("OPENBLAS_NUM_THREADS", "1")));
        }
        Directory.Delete(folder, recursive: true);
        double a = Median.Of(ours, run => run.Seconds), b = Median.Of(theirs, run => run.Seconds);
        var row = string.Create(CultureInfo.InvariantCulture,
            $"| {a:F3} | {b:F3} | {b / a:F2} | 2.0 | {Median.Of(ours, Peak):F0} | {Median.Of(theirs, Peak):F0} |");
        Console.Error.WriteLine(row);
        return
        [
            "",
            "The whole process for `logistic`, from start to end: reading the digits, one fit, the accuracy. Ours published",
            "(`-p:PublishReadyToRun=true`, not self-contained); median of 7.",
            "",
            "| seconds | peer's seconds | ratio | to reach | peak MiB | peer's peak MiB |",
            "|---|---|---|---|---|---|",
            row,
        ];

        static double Peak(ChildProcess run) => Number(run.Output, "peak_mb");
    }

    // With files of its own, so that nothing of the working tree changes.
    private static string Publish(string folder)
    {
        ChildProcess.Run("dotnet",
        [
            "publish", "tests/CourseKit.Benchmarks/CourseKit.Benchmarks.csproj", "-c", "Release",
            "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false", "-p:PublishReadyToRun=true",
            "-o", Path.Combine(folder, "program"),
            $"-p:ArtifactsPath={folder}/artifacts", $"-p:KitFolder={folder}/kit/", $"-p:NuGetLockFilePath={folder}/packages.lock.json",
        ]);
        return Path.Combine(folder, "program", "CourseKit.Benchmarks");
    }

    private static double Number(System.Text.Json.JsonElement output, string name) => output.GetProperty(name).GetDouble();
}
