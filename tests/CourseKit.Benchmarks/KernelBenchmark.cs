using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace CourseKit.Benchmarks;

/// <summary>Our Jupyter kernel beside ipykernel, both behind Jupyter's own client.</summary>
internal static class KernelBenchmark
{
    private const string Program = "artifacts/bin/CourseKit.Cli/release/CourseKit.Cli.dll";
    private const string Turns = "5";

    private static readonly (string Key, string Name, string Most)[] Rows =
    [
        ("first", "start to first result, ms", "2500"), ("trip", "empty cell, median of 200, ms", "15"), ("trip95", "empty cell, 95 in 100 take at most, ms", ""),
        ("complete", "completion, median of 30, ms", "150"), ("complete1", "first completion, ms", ""), ("matches", "completions offered", ""),
        ("pss", "idle memory, shared pages once, MB", "200"), ("rss", "idle memory, each process by itself, MB", ""),
    ];

    public static int Run(string file)
    {
        var prefix = Directory.CreateTempSubdirectory("coursekit-kernels-");
        try
        {
            var load = Machine.Load();
            ChildProcess.Run("dotnet", [Program, "jupyter", "install", "--prefix", prefix.FullName]);
            var measured = ChildProcess.Run(ChildProcess.Python, ["tests/CourseKit.Benchmarks/kernels.py", Turns, "coursekit-csharp", "python3"],
                ("JUPYTER_PATH", Path.Combine(prefix.FullName, "share", "jupyter"))).Output;
            var lines = Header(load, measured.GetProperty("versions").GetString()!);
            var (ours, theirs) = (measured.GetProperty("kernels").GetProperty("coursekit-csharp"), measured.GetProperty("kernels").GetProperty("python3"));
            foreach (var (key, name, most) in Rows)
                lines.Add($"| {name} | {Number(ours, key)} | {Number(theirs, key)} | {most} |");
            ResultFile.Write(file, lines, "## Notes");
            return 0;
        }
        finally
        {
            prefix.Delete(recursive: true);
        }
    }

    private static List<string> Header(string load, string versions) =>
    [
        "# The Jupyter kernel beside ipykernel",
        "",
        "Written by `dotnet run -c Release --project tests/CourseKit.Benchmarks -- kernels`.",
        "",
        $"- {Machine.Today()}, {Machine.Cpu()}, {Environment.ProcessorCount} processors, {load}",
        $"- CourseKit: {RuntimeInformation.FrameworkDescription}",
        $"- {versions}",
        "",
        $"Both kernels in turns (A B A B …) behind jupyter_client; medians of {Turns} starts. A round trip ends when the reply is there and the kernel idle.",
        "Ours is two processes: the kernel and its session, which holds the compiler.",
        "",
        "| | CourseKit | ipykernel | wanted of ours, at most |",
        "|---|---|---|---|",
    ];

    private static string Number(JsonElement row, string key) => row.GetProperty(key).GetDouble().ToString("F1", CultureInfo.InvariantCulture);
}
