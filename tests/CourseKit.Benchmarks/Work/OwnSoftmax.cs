using System.Diagnostics;
using System.Globalization;
using CourseKit.Tests.Torch.Reports;

namespace CourseKit.Benchmarks.Work;

/// <summary>R3 as submitted: sigmoid, softmax and loss of one's own; 51 000 images to learn from, 9000 for validation.</summary>
internal sealed class OwnSoftmax : BenchmarkWork
{
    private const int Hidden = 100, Epochs = 10, Training = 51_000, Validation = 9_000;

    private readonly FullyConnectedReport _report = new(DataOf.Mnist.Train, DataOf.Mnist.Held, splitSeed: 0);

    public override void Run()
    {
        var start = Stopwatch.GetTimestamp();
        var run = _report.Run(Hidden, rate: 0.1, corrected: false, Epochs);
        Seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Result = run.TestAccuracy.ToString("F4", CultureInfo.InvariantCulture);

        // Forward, and for training both gradients of the second layer and that of the first one's weights.
        const double First = 784 * Hidden, Second = Hidden * 10;
        Gflop = 2e-9 * Epochs * ((Training * ((2 * First) + (3 * Second))) + (Validation * (First + Second)));
    }
}
