using CourseKit.Learn;
using CourseKit.Numerics;

namespace CourseKit.Tests.Learn;

/// <remarks>A sweep shows its progress on the host of the process, so these run apart from the tests of the host.</remarks>
[Collection("Console")]
public sealed class SweepTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coursekit-").FullName;

    private string ResultsFile => Path.Combine(_folder, "sweeps", "hidden.jsonl");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_combination_is_tried_and_the_last_parameter_varies_fastest()
    {
        var sweep = Sweep.Over(("activation", ["relu", "tanh"]), ("hidden", [5, 15, 50]));

        Assert.Equal(["relu 5", "relu 15", "relu 50", "tanh 5", "tanh 15", "tanh 50"],
            sweep.Points.Select(p => $"{p.Get<string>("activation")} {p.Get<int>("hidden")}"));
    }

    [Fact]
    public void The_table_is_in_the_order_of_the_points_however_many_run_at_a_time()
    {
        var tables = new[] { 1, 2, 7 }.Select(workers => Small with { Workers = workers }).Select(sweep =>
            sweep.Run(p => [("square", p.Get<int>("n") * p.Get<int>("n"))]).Runs.Select(run => run["square"])).ToArray();

        Assert.Equal([1.0, 4, 9, 16], tables[0]);
        Assert.All(tables, table => Assert.Equal(tables[0], table));
    }

    [Fact]
    public void Each_point_computes_with_one_numeric_thread()
    {
        var threads = Small.Run(_ => NumericThreads.Count);

        Assert.All(threads.Runs, run => Assert.Equal(1, run["score"]));
    }

    [Fact]
    public void A_point_that_throws_stands_in_the_table_and_the_others_are_not_lost()
    {
        var result = Small.Run(p => p.Get<int>("n") == 3 ? throw new InvalidOperationException("no three") : p.Get<int>("n"));

        Assert.Equal([1, 2, double.NaN, 4], result.Runs.Select(run => run["score"]));
        Assert.Equal("InvalidOperationException: no three", result.Runs[2].Error);
        Assert.Equal(4, result.Best("score")["score"]);
        Assert.Equal([4, 2, 1, double.NaN], result.SortedBy("score").Runs.Select(run => run["score"]));
        Assert.Contains("no three", result.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sweep_that_was_killed_goes_on_where_it_stopped()
    {
        var first = Small with { File = ResultsFile };
        first.Run(p => p.Get<int>("n") > 2 ? throw new IOException("killed here") : 10 * p.Get<int>("n"));
        File.AppendAllText(ResultsFile, "{\"point\":{\"n\":\"3\"},\"mea");

        List<int> ran = [];
        var second = (Small with { File = ResultsFile, Workers = 1 }).Run(p =>
        {
            ran.Add(p.Get<int>("n"));
            return 10 * p.Get<int>("n");
        });

        Assert.Equal([3, 4], ran);
        Assert.Equal([10.0, 20, 30, 40], second.Runs.Select(run => run["score"]));
        Assert.Equal(4, File.ReadAllLines(ResultsFile).Length);
    }

    [Fact]
    public void Numbers_come_back_from_the_file_to_the_last_bit_also_those_that_JSON_does_not_know()
    {
        double[] values = [0.1 + 0.2, double.NaN, double.NegativeInfinity, 5e-324];
        var sweep = Small with { File = ResultsFile };
        sweep.Run(p => values[p.Get<int>("n") - 1]);

        var again = sweep.Run(double (_) => throw new InvalidOperationException("must not run"));

        Assert.Equal(values, again.Runs.Select(run => run["score"]));
    }

    [Fact]
    public void Whole_numbers_are_shown_whole_and_lists_as_lists()
    {
        var result = Sweep.Over(("layers", [new[] { 15 }, new[] { 50, 20 }])).Run(p => [("iterations", p.Get<int[]>("layers").Length), ("accuracy", 0.5)]);

        Assert.Equal("layers,iterations,accuracy", result.ToTable().ToCsv().Split('\n')[0][..26]);
        Assert.StartsWith("\"[50, 20]\",2,0.5,", result.ToTable().ToCsv().Split('\n')[2], StringComparison.Ordinal);
    }

    [ErrorCases]
    internal static IEnumerable<(string, Action)> Errors() =>
    [
        ("Sweep over nothing", () => Sweep.Over()),
        ("Sweep over a parameter without values", () => Sweep.Over(("hidden", []))),
        ("Sweep over a parameter named twice", () => Sweep.Over(("hidden", [1]), ("hidden", [2]))),
        ("Sweep with no workers", () => (Small with { Workers = 0 }).Run(_ => 0)),
        ("SweepPoint has no such parameter", () => _ = Small.Points[0].Get<int>("hiden")),
        ("SweepPoint holds another type", () => _ = Small.Points[0].Get<string>("n")),
        ("SweepRun has no such measure", () => _ = Small.Run(_ => 1).Runs[0]["accuracy"]),
        ("SweepResult without a point that did not fail", () => Small.Run(double (_) => throw new IOException("no data")).Best("score")),
        ("SweepFile of another sweep", () => WithFile("{\"point\":{\"alpha\":\"1\"},\"measures\":{},\"seconds\":1}\n")),
        ("SweepFile with a line that is no result", () => WithFile("hello\n")),
    ];

    private static Sweep Small => Sweep.Over(("n", [1, 2, 3, 4]));

    private static void WithFile(string text)
    {
        var folder = Directory.CreateTempSubdirectory("coursekit-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "results.jsonl"), text);
            (Small with { File = Path.Combine(folder, "results.jsonl") }).Run(_ => 1);
        }
        catch (InvalidDataException error)
        {
            throw new InvalidDataException(error.Message.Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
