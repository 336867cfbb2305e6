using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CourseKit.Data;
using CourseKit.Learn;

namespace CourseKit.Benchmarks;

/// <summary>A process of its own: fits one of the report's networks some times and prints the seconds as JSON.</summary>
internal static class DigitsFit
{
    public static int Run(string name, string fits)
    {
        var (train, test) = Digits.Load().SplitAt(1000);
        var (x, seconds) = (train.X, new double[int.Parse(fits, CultureInfo.InvariantCulture)]);
        var model = Make(name);
        for (var fit = 0; fit < seconds.Length; fit++)
        {
            model = Make(name);
            var start = Stopwatch.GetTimestamp();
            model.Fit(x, train.Y);
            seconds[fit] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            seconds,
            iterations = model.IterationCount,
            accuracy = model.Score(test.X, test.Y),
            peak_mb = process.PeakWorkingSet64 / 1048576.0,
        }));
        return 0;
    }

    private static MLPClassifier Make(string name) => name == "adam1024"
        ? new() { HiddenLayerSizes = [1024, 512, 512, 512], BatchSize = 128, RandomState = 1, Log = TextWriter.Null }
        : new()
        {
            HiddenLayerSizes = [15],
            Activation = Enum.Parse<Activation>(name, ignoreCase: true),
            Solver = Solver.SGD,
            LearningRateInit = 0.1,
            RandomState = 1,
            Log = TextWriter.Null,
        };
}
