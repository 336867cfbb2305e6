using System.Diagnostics;
using System.Globalization;
using CourseKit.Autograd;
using CourseKit.Data;
using CourseKit.Nn;
using CourseKit.Nn.Optimizers;
using CourseKit.Numerics;

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
        var random = new MersenneTwister(0);
        var model = new Sequential([.. sizes.Zip(sizes.Skip(1)).Select((pair, i) => Layer(random, pair, last: i == sizes.Length - 2))]);
        Optimizer steps = optimizer == "adam" ? new Adam(model.Parameters()) : new SGD(model.Parameters(), 0.01);
        var (ticks, correct, units) = (0L, 0, Units ?? epochs);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            var start = Stopwatch.GetTimestamp();
            Train(model, steps, random.Permutation(data.Train.Count));
            var trained = Stopwatch.GetTimestamp();
            correct = Evaluate(model);
            ticks += (CountsEvaluation ? Stopwatch.GetTimestamp() : trained) - start;
        }
        Seconds = (double)ticks / Stopwatch.Frequency / units;
        Result = ((double)correct / data.Held.Count).ToString("F4", CultureInfo.InvariantCulture);
        var multiplications = sizes.Zip(sizes.Skip(1)).Sum(pair => (double)pair.First * pair.Second);
        var (forward, backward) = (multiplications, (2 * multiplications) - ((double)sizes[0] * sizes[1]));
        var evaluated = CountsEvaluation ? data.Held.Count * forward : 0;
        Gflop = 2e-9 * epochs / units * ((data.Train.Count * (forward + backward)) + evaluated);
    }

    private static Linear Layer(MersenneTwister random, (int Inputs, int Units) size, bool last)
    {
        var bound = Dialect.Keras.WeightBound(size.Inputs, size.Units, Nonlinearity.ReLU);
        var weight = Enumerable.Range(0, size.Inputs * size.Units).Select(_ => (float)random.Uniform(-bound, bound)).ToArray();
        return new(
            Tensor.From(weight, [size.Inputs, size.Units]), Tensor.Zeros([size.Units]),
            last ? Nonlinearity.Identity : Nonlinearity.ReLU);
    }

    private void Train(Sequential model, Optimizer steps, int[] order)
    {
        var (loss, correct) = (0.0, 0);
        Section("else");
        for (var start = 0; start < order.Length; start += batch)
        {
            var rows = order.AsSpan(start, Math.Min(batch, order.Length - start));
            var x = data.Train.Batch(rows, data.Scaling);
            var y = LabelsOf(rows);
            Section("batch");

            var scores = model.Call(x);
            Section("forward");
            var error = Functions.CrossEntropy(scores, y);
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

    private int Evaluate(Sequential model)
    {
        using var _ = NoGrad.Open();
        int[] order = [.. Enumerable.Range(0, data.Held.Count)];
        var (loss, correct) = (0.0, 0);
        for (var start = 0; start < order.Length; start += batch)
        {
            var rows = order.AsSpan(start, Math.Min(batch, order.Length - start));
            var y = data.Held.Y[start..(start + rows.Length)];
            var scores = model.Call(data.Held.Batch(rows, data.Scaling));
            loss += Functions.CrossEntropy(scores, y).Item();
            correct += Correct(scores, y);
        }
        return correct;
    }

    private int[] LabelsOf(ReadOnlySpan<int> rows)
    {
        var labels = new int[rows.Length];
        for (var i = 0; i < labels.Length; i++)
            labels[i] = data.Train.Y[rows[i]];
        return labels;
    }

    private static int Correct(Tensor scores, int[] labels) => scores.ArgMax().Zip(labels).Count(pair => pair.First == pair.Second);
}
