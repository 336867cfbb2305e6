using System.Diagnostics;
using System.Globalization;
using CourseKit.Autograd;
using CourseKit.Nn;
using CourseKit.Tests.Torch.Reports;
using CourseKit.Torch;
using static CourseKit.Autograd.Functions;

namespace CourseKit.Benchmarks.Work;

/// <summary>R5, R2 Q6 and R4: fully connected layers with ReLU between them, cross entropy, a loop of one's own.</summary>
internal sealed class Perceptron(DataOf data, int[] sizes, string optimizer, int batch, int epochs) : BenchmarkWork
{
    /// <summary>Whether the pass over the held-out images after each epoch is part of the time, as it is for the peer.</summary>
    public bool CountsEvaluation { get; init; }

    /// <summary>What the time is divided by. Default: the epochs.</summary>
    public int? Units { get; init; }

    public override void Run()
    {
        Torch.Torch.ManualSeed(0);
        var model = TwoLayerReport.Network(sizes[1..^1]);
        var train = new DataLoader(data.Train, data.Scaling, batch, shuffle: true);
        var held = new DataLoader(data.Held, data.Scaling, batch);
        Nn.Optimizers.Optimizer steps = optimizer == "adam" ? new Adam(model.Parameters()) : new SGD(model.Parameters(), 0.01);
        var (ticks, accuracy, units) = (0L, 0.0, Units ?? epochs);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            var start = Stopwatch.GetTimestamp();
            Train(model, steps, train);
            var trained = Stopwatch.GetTimestamp();
            accuracy = Evaluate(model, held);
            ticks += (CountsEvaluation ? Stopwatch.GetTimestamp() : trained) - start;
        }
        Seconds = (double)ticks / Stopwatch.Frequency / units;
        Result = accuracy.ToString("F4", CultureInfo.InvariantCulture);
        var multiplications = sizes.Zip(sizes.Skip(1)).Sum(pair => (double)pair.First * pair.Second);
        var (forward, backward) = (multiplications, (2 * multiplications) - ((double)sizes[0] * sizes[1]));
        var evaluated = CountsEvaluation ? data.Held.Count * forward : 0;
        Gflop = 2e-9 * epochs / units * ((data.Train.Count * (forward + backward)) + evaluated);
    }

    private void Train(Module model, Nn.Optimizers.Optimizer steps, DataLoader loader)
    {
        var (loss, correct) = (0.0, 0);
        Section("else");
        foreach (var (x, y) in loader)
        {
            Section("batch");
            var scores = model.Call(x);
            Section("forward");
            var error = CrossEntropy(scores, y);
            Section("loss");
            steps.ZeroGrad();
            error.Backward();
            Section("backward");
            steps.Step();
            Section("step");
            loss += error.Item();
            correct += Correct(scores, y);
            Section("accuracy");
        }
    }

    private static double Evaluate(Module model, DataLoader loader)
    {
        using var _ = NoGrad.Open();
        var (loss, correct) = (0.0, 0);
        foreach (var (x, y) in loader)
        {
            var scores = model.Call(x);
            loss += CrossEntropy(scores, y).Item();
            correct += Correct(scores, y);
        }
        return (double)correct / loader.Data.Count;
    }

    private static int Correct(Tensor scores, int[] labels) => scores.ArgMax().Zip(labels).Count(pair => pair.First == pair.Second);
}
