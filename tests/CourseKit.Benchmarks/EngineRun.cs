using System.Diagnostics;
using System.Text.Json;
using CourseKit.Benchmarks.Work;
using CourseKit.Numerics;

namespace CourseKit.Benchmarks;

/// <summary>A process of its own: does the work of a row twice and prints seconds, the peak memory of the first time and what came out as JSON.</summary>
internal static class EngineRun
{
    public static int Run(string name)
    {
        var work = Make(name);
        work.Run();
        using var process = Process.GetCurrentProcess();
        var (first, peak) = (work.Seconds, process.PeakWorkingSet64 / 1048576.0);
        work.Run();

        Console.WriteLine(JsonSerializer.Serialize(new
        {
            seconds = new[] { first, work.Seconds },
            result = work.Result,
            gflop = work.Gflop,
            peak_mb = peak,
            gflops_peak = PeakOfProducts(),
            collections = new[] { GC.CollectionCount(0), GC.CollectionCount(1), GC.CollectionCount(2) },
            pause_ms = GC.GetTotalPauseDuration().TotalMilliseconds,
            sections = work.Sections.ToDictionary(section => section.Key, section => Math.Round(section.Value, 4)),
        }));
        return 0;
    }

    private static BenchmarkWork Make(string name) => name switch
    {
        "r3" => new OwnSoftmax(),
        "r5" => new Perceptron(DataOf.Mnist, [784, 128, 10], "adam", batch: 128, epochs: 5) { CountsEvaluation = true, Units = 1 },
        "q6" => new Perceptron(DataOf.Mnist, [784, 256, 128, 10], "adam", batch: 64, epochs: 2) { CountsEvaluation = true },
        "r4-sgd" => new Perceptron(DataOf.Fashion, [784, 300, 100, 10], "sgd", batch: 32, epochs: 2),
        "r4-adam" => new Perceptron(DataOf.Fashion, [784, 300, 100, 10], "adam", batch: 32, epochs: 2),
        "r1b" => new SmallCnn(),
        "q4-softmax" => new KerasFit(KerasData.Hoda, [25, 10], new Keras.Optimizers.Adam(), batch: 64, epochs: 100) { Units = 1 },
        "q4-h15" => new KerasFit(KerasData.Hoda, [25, 15, 10], new Keras.Optimizers.Adam(), batch: 64, epochs: 100) { Units = 1 },
        "q4-h50-30-15" => new KerasFit(KerasData.Hoda, [25, 50, 30, 15, 10], new Keras.Optimizers.Adam(), batch: 64, epochs: 100) { Units = 1 },
        "fit-r4-sgd" => new KerasFit(KerasData.Fashion, [784, 300, 100, 10], new Keras.Optimizers.SGD(), batch: 32, epochs: 2),
        "fit-r4-adam" => new KerasFit(KerasData.Fashion, [784, 300, 100, 10], new Keras.Optimizers.Adam(), batch: 32, epochs: 2),
        "xnor-arrays" => new XnorByHand(),
        "xnor-tensors" => new XnorWithTensors(),
        _ => throw new ArgumentException($"engine-run: unknown row {name}."),
    };

    // GFLOP/s of a large product on all threads, in the best of some turns.
    private static double PeakOfProducts()
    {
        const int Size = 960, Turns = 20;
        float[] a = new float[Size * Size], b = new float[Size * Size], c = new float[Size * Size];
        var best = double.PositiveInfinity;
        for (var turn = 0; turn < Turns; turn++)
        {
            var start = Stopwatch.GetTimestamp();
            Gemm.Multiply<float>(a, b, c, new GemmShape(Size, Size, Size));
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        return 2e-9 * Size * Size * Size / best;
    }
}
