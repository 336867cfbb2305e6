using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace CourseKit.Benchmarks;

/// <summary>Running many notebooks: <c>coursekit run</c> beside <c>jupyter execute</c> with ipykernel, which starts a kernel for each notebook too.</summary>
internal static class RunBenchmark
{
    private const string Program = "artifacts/bin/CourseKit.Cli/release/CourseKit.Cli.dll";
    private const int Turns = 5, Few = 3, Many = 100;

    public static int Run(string file)
    {
        var folder = Directory.CreateTempSubdirectory("coursekit-runs-");
        try
        {
            var lines = Header();
            var (small, large) = (Write(folder, "small", Few, seconds: 0), Write(folder, "large", Few, seconds: 1.5));
            var turns = Enumerable.Range(0, Turns).Select(_ => (Ours: Ours(small, 1), Theirs: Theirs(small), OursLarge: Ours(large, 1), TheirsLarge: Theirs(large))).ToList();
            Row("start to the first cell, s", marks => marks.First, 1.5, small: true);
            Row("small notebooks: from the last cell of one to the first of the next, s", marks => marks.Between, null, small: true);
            Row("notebooks of 1.5 s: from the last cell of one to the first of the next, s", marks => marks.Between, 0.3, small: false);
            var many = Write(folder, "many", Many, seconds: 0);
            lines.Add(Line($"{Many} small notebooks, s", Ours(many, 2).Whole, Theirs(many).Whole, 40));
            ResultFile.Write(file, lines, "## Notes");
            return 0;

            void Row(string name, Func<Marks, double> value, double? most, bool small) => lines.Add(Line(
                name, Median.Of(turns, turn => value(small ? turn.Ours : turn.OursLarge)), Median.Of(turns, turn => value(small ? turn.Theirs : turn.TheirsLarge)), most));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static List<string> Header() =>
    [
        "# Running notebooks beside Jupyter",
        "",
        "Written by `dotnet run -c Release --project tests/CourseKit.Benchmarks -- runs`, after a build of the solution.",
        "",
        $"- {Machine.Today()}, {Machine.Cpu()}, {Environment.ProcessorCount} processors, {Machine.Load()}",
        $"- CourseKit: {RuntimeInformation.FrameworkDescription}, `coursekit run`; the peer: `jupyter execute` of Debian 12 with ipykernel, the same cells in Python",
        "",
        $"Ours and the peer's in turns, each time in a new process, {Few} notebooks; medians of {Turns}. Each notebook has a session (a kernel) of its own. Its first cell and its last",
        $"write down when they run; a large one computes on one processor between them. The {Many} are run once, by `--jobs 2`; `jupyter execute` knows one at a time only, and",
        "two of them at once now and then take the same port.",
        "",
        "| | CourseKit | jupyter execute | wanted of ours, at most |",
        "|---|---|---|---|",
    ];

    private static string Line(string name, double ours, double theirs, double? most) =>
        string.Create(CultureInfo.InvariantCulture, $"| {name} | {ours:F2} | {theirs:F2} | {most} |");

    private static Marks Ours(DirectoryInfo notebooks, int jobs) => Measure(notebooks, "dotnet",
        [Program, "run", .. FilesIn(notebooks, "*.dib"), "--out", Path.Combine(notebooks.FullName, "out"), "--jobs", jobs.ToString(CultureInfo.InvariantCulture)]);

    private static Marks Theirs(DirectoryInfo notebooks) => Measure(notebooks, ChildProcess.Python, ["-m", "jupyter", "execute", .. FilesIn(notebooks, "*.ipynb")]);

    /// <summary>Runs a program and reads what the cells wrote down.</summary>
    private static Marks Measure(DirectoryInfo notebooks, string program, string[] arguments)
    {
        var marks = MarksIn(notebooks);
        File.Delete(marks);
        var start = DateTimeOffset.UtcNow;
        var seconds = ChildProcess.Run(program, arguments, ("PYDEVD_DISABLE_FILE_VALIDATION", "1")).Seconds;
        var times = File.ReadLines(marks).Select(line => (long.Parse(line, CultureInfo.InvariantCulture) - start.ToUnixTimeMilliseconds()) / 1000.0).Order().ToList();
        return new Marks(times[0], times.Skip(1).Chunk(2).Where(pair => pair.Length == 2).Select(pair => pair[1] - pair[0]).DefaultIfEmpty().Average(), seconds);
    }

    /// <summary>The same notebook many times, for both.</summary>
    private static DirectoryInfo Write(DirectoryInfo folder, string name, int count, double seconds)
    {
        var notebooks = folder.CreateSubdirectory(name);
        var marks = JsonSerializer.Serialize(MarksIn(notebooks));
        var wait = seconds.ToString(CultureInfo.InvariantCulture);
        var sharp = $$"""System.IO.File.AppendAllText({{marks}}, $"{DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()}\n");""";
        var python = $$"""import time; open({{marks}}, "a").write(f"{time.time() * 1000:.0f}\n")""";
        for (var i = 0; i < count; i++)
        {
            var stem = Path.Combine(notebooks.FullName, $"{i:00}-notebook");
            File.WriteAllText(stem + ".dib", $"#!csharp\n\n{sharp}\n\n#!csharp\n\nfor (var end = DateTime.UtcNow.AddSeconds({wait}); DateTime.UtcNow < end;) ;\n{sharp}\n");
            string[] cells = [python, $"end = time.time() + {wait}\nwhile time.time() < end: pass\n{python}"];
            File.WriteAllText(stem + ".ipynb", JsonSerializer.Serialize(new
            {
                cells = cells.Select(source => new { cell_type = "code", execution_count = (int?)null, metadata = new { }, outputs = Array.Empty<string>(), source }),
                metadata = new { kernelspec = new { name = "python3", display_name = "Python 3", language = "python" } },
                nbformat = 4,
                nbformat_minor = 4,
            }));
        }
        return notebooks;
    }

    private static string[] FilesIn(DirectoryInfo notebooks, string pattern) => [.. Directory.GetFiles(notebooks.FullName, pattern).Order()];

    private static string MarksIn(DirectoryInfo notebooks) => Path.Combine(notebooks.FullName, "marks.txt");

    /// <param name="First">Seconds from the start to the first cell.</param>
    /// <param name="Between">From the last cell of a notebook to the first of the next; the mean of those in a run.</param>
    /// <param name="Whole">Seconds from start to end.</param>
    private sealed record Marks(double First, double Between, double Whole);
}
