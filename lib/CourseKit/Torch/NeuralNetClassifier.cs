using System.Net;
using CourseKit.Autograd;
using CourseKit.Data;
using CourseKit.Display;
using CourseKit.Metrics;
using CourseKit.Nn;
using CourseKit.Nn.Losses;
using CourseKit.Nn.Optimizers;
using CourseKit.Nn.Training;
using CourseKit.Numerics;
using static System.FormattableString;

namespace CourseKit.Torch;

/// <summary>
/// A module that is fitted like a classifier of scikit-learn and prints a line for each epoch: <c>skorch.NeuralNetClassifier</c>.
/// </summary>
/// <remarks>
/// A fifth of the samples, in every class the first ones, is not learned from but measured after each epoch. Weights and orders are drawn
/// from the stream of <see cref="Torch.ManualSeed"/>, number for number as skorch draws them. Differs from skorch: the default criterion
/// takes scores, not the logarithms of probabilities.
/// </remarks>
/// <example><code>
/// var net = new NeuralNetClassifier(() => new CNN()) { MaxEpochs = 5, Lr = 0.1, Optimizer = (weights, lr) => new Adam(weights, lr) };
/// net.Fit(x, y);
/// net.Score(xTest, yTest)
/// </code></example>
/// <param name="module">Makes the network, whose output is (n, k) scores for k classes. Called at the beginning of each fit.</param>
public sealed class NeuralNetClassifier(Func<Module> module) : RichView
{
    private readonly List<EpochRow> _history = [];
    private Module? _fitted;

    /// <summary>What is made small. Default <see cref="CrossEntropyLoss"/>.</summary>
    public Loss Criterion { get; init; } = new CrossEntropyLoss();

    /// <summary>Makes what changes the weights, given the weights and <see cref="Lr"/>. Default <see cref="SGD"/>, no momentum.</summary>
    public Func<IEnumerable<Tensor>, double, Optimizer> Optimizer { get; init; } = (parameters, lr) => new SGD(parameters, lr);

    /// <summary>The learning rate, 0 or more. Default 0.01.</summary>
    public double Lr { get; init; } = 0.01;

    /// <summary>Epochs, 1 or more. Default 10.</summary>
    public int MaxEpochs { get; init; } = 10;

    /// <summary>Samples in a batch, 1 or more. Default 128.</summary>
    public int BatchSize { get; init; } = 128;

    /// <summary>Whether each epoch has an order of its own: <c>iterator_train__shuffle</c>. Default false, as in skorch.</summary>
    public bool Shuffle { get; init; }

    /// <summary>One of so many parts is held out for validation, 2 or more; 0 for none. Default 5, skorch's <c>ValidSplit(5)</c>.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>Whether each epoch writes a line to <see cref="Log"/>. Default true.</summary>
    public bool Verbose { get; init; } = true;

    /// <summary>Where the lines go; null for <see cref="Notebook.Log"/>, the output of the running cell. Default null.</summary>
    public TextWriter? Log { get; init; }

    /// <summary>The clock behind the column <c>dur</c>.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Called after every epoch; may stop the training. Default null.</summary>
    public Action<EpochEnd>? EpochEnded { get; init; }

    /// <summary>What was measured in each epoch of the last fit.</summary>
    public IReadOnlyList<EpochRow> History => _history;

    /// <summary>The network of the last fit: <c>net.module_</c>.</summary>
    /// <exception cref="InvalidOperationException">There was no fit.</exception>
    public Module Module => Fitted(nameof(Module));

    /// <summary>Learns from samples and their labels, beginning with new weights.</summary>
    /// <param name="x">Inputs (n, …) of the network.</param>
    /// <param name="y">A label for each, (n), numbered from 0.</param>
    /// <returns>This classifier.</returns>
    /// <exception cref="ArgumentException">
    /// Inputs and labels do not fit, a setting is out of its range, or no sample is left to learn from or to validate with.
    /// </exception>
    public NeuralNetClassifier Fit(Tensor x, int[] y)
    {
        ArgumentNullException.ThrowIfNull(y);
        var samples = new Samples(x, y);
        var (training, validation) = Split(samples);
        var network = module();
        var table = new EpochTable(Verbose ? Log ?? Notebook.Log : TextWriter.Null, validation is not null);
        _history.Clear();
        _fitted = network;
        var start = 0L;
        new Trainer
        {
            Model = network,
            Loss = Criterion,
            Optimizer = Optimizer(network.Parameters(), Lr),
            BatchSize = BatchSize,
            Validation = validation,
            Metrics = [new RunningAccuracy()],
            EpochStarted = _ => start = Time.GetTimestamp(),
            Shuffle = Order,
            EpochEnded = end =>
            {
                // The loader of the validation part takes its number, too, though it does not shuffle.
                if (validation is not null)
                    SharedRandom.Current.NextInt64();
                _history.Add(EpochRow.Of(end, Time.GetElapsedTime(start)));
                table.Write(_history[^1]);
                EpochEnded?.Invoke(end);
            },
        }.Fit(training, MaxEpochs);
        return this;
    }

    /// <inheritdoc cref="Fit(Tensor, int[])"/>
    /// <param name="x">Samples in rows, (n, features); computed in float32.</param>
    /// <param name="y">A label for each, (n), numbered from 0.</param>
    public NeuralNetClassifier Fit(double[,] x, int[] y) => Fit(Tensor.From(x).To(DType.Float32), y);

    /// <summary>The label with the highest score for each input, (n).</summary>
    /// <param name="x">Inputs (n, …) of the network.</param>
    /// <exception cref="InvalidOperationException">There was no fit.</exception>
    public int[] Predict(Tensor x) => Prediction.Of(Fitted(nameof(Predict)).Eval(), x).ArgMax();

    /// <inheritdoc cref="Predict(Tensor)"/>
    /// <param name="x">Samples in rows, (n, features).</param>
    public int[] Predict(double[,] x) => Predict(Tensor.From(x).To(DType.Float32));

    /// <summary>The probability of each class, (n, k): softmax of the scores, as the default criterion means them.</summary>
    /// <param name="x">Inputs (n, …) of the network.</param>
    /// <exception cref="InvalidOperationException">There was no fit.</exception>
    public double[,] PredictProba(Tensor x)
    {
        using var _ = NoGrad.Open();
        var scores = Prediction.Of(Fitted(nameof(PredictProba)).Eval(), x);
        return (Criterion is CrossEntropyLoss ? Functions.Softmax(scores) : scores).ToMatrix();
    }

    /// <inheritdoc cref="PredictProba(Tensor)"/>
    /// <param name="x">Samples in rows, (n, features).</param>
    public double[,] PredictProba(double[,] x) => PredictProba(Tensor.From(x).To(DType.Float32));

    /// <summary>The share of inputs whose label is predicted, 0..1.</summary>
    /// <param name="x">Inputs (n, …) of the network.</param>
    /// <param name="y">The true labels (n).</param>
    /// <exception cref="InvalidOperationException">There was no fit.</exception>
    public double Score(Tensor x, int[] y) => Accuracy.Of(y, Predict(x));

    /// <inheritdoc cref="Score(Tensor, int[])"/>
    /// <param name="x">Samples in rows, (n, features).</param>
    /// <param name="y">The true labels (n).</param>
    public double Score(double[,] x, int[] y) => Score(Tensor.From(x).To(DType.Float32), y);

    /// <summary>The network as PyTorch prints it, once there is one.</summary>
    public override string ToString() => _fitted is null
        ? "NeuralNetClassifier, not fitted"
        : $"NeuralNetClassifier(\n  module_={_fitted.ToString().Replace("\n", "\n  ", StringComparison.Ordinal)},\n)";

    /// <inheritdoc/>
    public override string ToText() => ToString();

    /// <inheritdoc/>
    public override string ToHtml() => $"<pre>{WebUtility.HtmlEncode(ToString())}</pre>";

    private Module Fitted(string where) => _fitted ?? throw new InvalidOperationException(
        $"NeuralNetClassifier.{where}: a fitted network is required; there is none. Call Fit first.");

    private (Samples Training, Samples? Validation) Split(Samples samples)
    {
        if (Folds == 0)
            return (samples, null);
        var classes = StratifiedParts.ClassesOf(samples.Labels.ToArray());
        if (Folds < 2 || classes.All(members => members.Length < Folds))
        {
            throw new ArgumentException(Invariant(
                $"NeuralNetClassifier: Folds of 2 or more and a class of at least as many samples are required; received Folds = {Folds} ")
                + Invariant($"and {samples.Count} samples of {classes.Length} classes. Set Folds = 0 to validate with none."));
        }
        var parts = StratifiedParts.Deal(classes, Folds);
        var all = Enumerable.Range(0, samples.Count).ToArray();
        return (samples.Take(Array.FindAll(all, i => parts[i] != 0)), samples.Take(Array.FindAll(all, i => parts[i] == 0)));
    }

    // What a DataLoader draws at the beginning of an epoch.
    private void Order(int[] order)
    {
        var random = SharedRandom.Current;
        random.NextInt64();
        if (Shuffle)
            new TorchRandom(random.NextInt64()).Permutation(order.Length).CopyTo(order, 0);
    }
}
