using CourseKit.Autograd;
using CourseKit.Metrics;
using CourseKit.Nn.Losses;
using CourseKit.Nn.Training;
using CourseKit.Numerics;
using static System.FormattableString;

namespace CourseKit.Learn;

/// <summary>A multilayer perceptron that tells classes apart, as scikit-learn's <c>MLPClassifier</c>.</summary>
/// <remarks>
/// The output is a softmax over the classes, or with two classes one sigmoid for the larger label; the loss is the mean −ln p of the
/// true class. Computes in float64, and in float32 where the samples are float32.
/// </remarks>
/// <example><code>
/// var mlp = new MLPClassifier { HiddenLayerSizes = [15], Activation = Activation.Logistic, Solver = Solver.SGD, RandomState = 1 };
/// mlp.Fit(train.X, train.Y);
/// mlp.Score(test.X, test.Y)
/// </code></example>
public sealed class MLPClassifier : MultilayerPerceptron, IClassifier
{
    private int[]? _classes;

    /// <summary>The labels that were seen, ascending: column j of <see cref="PredictProba"/> is that of <c>Classes[j]</c>.</summary>
    /// <exception cref="InvalidOperationException">The model is not fitted.</exception>
    public IReadOnlyList<int> Classes => _classes ?? throw NotFitted(nameof(Classes));

    private protected override int[]? ClassesOrNull => _classes;

    private int Outputs => Classes.Count == 2 ? 1 : Classes.Count;

    /// <summary>
    /// Learns from samples and their labels, and forgets the former fit unless <see cref="MultilayerPerceptron.WarmStart"/> is set.
    /// </summary>
    /// <param name="x">Samples in rows, (n, features): a tensor, a <c>double[,]</c> or a <c>float[,]</c>.</param>
    /// <param name="y">One label for each row, (n). Labels are names: they need neither start at 0 nor follow each other.</param>
    /// <returns>This model.</returns>
    /// <exception cref="ArgumentException">A setting, the samples or the labels are not what is required.</exception>
    /// <exception cref="ArithmeticException">The weights overflowed.</exception>
    public MLPClassifier Fit(Tensor x, int[] y)
    {
        CheckSettings("Fit");
        var continues = WarmStart && IsFitted;
        CheckSamples(x, y, "Fit", continues);
        int[] classes = [.. y.Distinct().Order()];
        if (classes.Length < 2)
            throw Error("Fit", $"at least two classes are required; all {y.Length} labels are {classes[0]}.");
        if (continues && !classes.SequenceEqual(Classes))
        {
            throw Error("Fit",
                $"with WarmStart the classes of the last fit, {Text(Classes)}, are required; received {Text(classes)}. Set it to false.");
        }
        _classes = classes;
        Train(MakeSamples(x, y), Outputs, oneEpoch: false);
        return this;
    }

    /// <summary>Goes on learning for one epoch, or begins if there was no fit yet.</summary>
    /// <param name="x">Samples in rows, (n, features).</param>
    /// <param name="y">One label for each row, (n).</param>
    /// <param name="classes">All labels that will ever come. Required in the first call; later ones may leave it out.</param>
    /// <returns>This model.</returns>
    /// <exception cref="ArgumentException">A setting, the samples or the labels are not what is required.</exception>
    /// <exception cref="InvalidOperationException">The solver is LBFGS.</exception>
    /// <exception cref="ArithmeticException">The weights overflowed.</exception>
    public MLPClassifier PartialFit(Tensor x, int[] y, int[]? classes = null)
    {
        CheckSettings("PartialFit");
        CheckSolverContinues();
        CheckSamples(x, y, "PartialFit", continues: true);
        var given = classes ?? _classes
            ?? throw Error("PartialFit", $"all classes are required in the first call; none received. Pass classes: [0, 1, …].");
        int[] known = [.. given.Distinct().Order()], labels = [.. y.Distinct().Order()];
        if (IsFitted && !known.SequenceEqual(Classes))
            throw Error("PartialFit", $"the classes of the first call, {Text(Classes)}, are required; received {Text(known)}.");
        if (known.Length < 2 || labels.Except(known).Any())
        {
            throw Error("PartialFit",
                $"two or more classes and labels among them are required; received classes {Text(known)} and labels {Text(labels)}.");
        }
        _classes = known;
        Train(MakeSamples(x, y), Outputs, oneEpoch: true);
        return this;
    }

    /// <summary>The most probable label of each row, (n); of equals the smallest.</summary>
    /// <param name="x">Samples in rows, (n, features).</param>
    /// <exception cref="InvalidOperationException">The model is not fitted.</exception>
    /// <exception cref="ArgumentException">Another number of features was fitted, or a value is not finite.</exception>
    public int[] Predict(Tensor x) => MostProbable(Probabilities(x, "Predict"));

    /// <summary>The probability of each class, (n, classes).</summary>
    /// <inheritdoc cref="Predict(Tensor)"/>
    public double[,] PredictProba(Tensor x) => OfEachClass(Probabilities(x, "PredictProba")).ToMatrix();

    /// <summary>The natural logarithm of each class's probability, (n, classes); −∞ for one of 0.</summary>
    /// <inheritdoc cref="Predict(Tensor)"/>
    public double[,] PredictLogProba(Tensor x) => Functions.Log(OfEachClass(Probabilities(x, "PredictLogProba"))).ToMatrix();

    /// <summary>The <see cref="Accuracy"/> of the predictions, 0 to 1.</summary>
    /// <param name="x">Samples in rows, (n, features).</param>
    /// <param name="y">The true label of each row, (n).</param>
    /// <exception cref="InvalidOperationException">The model is not fitted.</exception>
    /// <exception cref="ArgumentException">The numbers of samples differ, another number of features was fitted, or a value is not
    /// finite.</exception>
    public double Score(Tensor x, int[] y) => Accuracy.Of(y, Predict(x));

    /// <summary>Reads a model that <see cref="MultilayerPerceptron.Save"/> wrote.</summary>
    /// <param name="path">Of the file.</param>
    /// <exception cref="InvalidDataException">The file is cut short, or holds no <c>MLPClassifier</c>.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static MLPClassifier Load(string path)
    {
        var file = ModelFile.Load(path, nameof(MLPClassifier));
        var model = new MLPClassifier { _classes = file.Classes };
        if (file.Classes is not { Length: >= 2 } || file.Layers[^1].Bias.Count != model.Outputs)
        {
            throw new InvalidDataException(Invariant(
                $"{path}: classes that fit {file.Layers[^1].Bias.Count} outputs are required; received {file.Classes?.Length ?? 0}."));
        }
        model.Restore(file, path);
        return model;
    }

    void IClassifier.Fit(double[,] x, int[] y) => Fit(x, y);

    int[] IClassifier.Predict(double[,] x) => Predict(x);

    double IClassifier.Score(double[,] x, int[] y) => Score(x, y);

    private protected override Loss MakeLoss(DType precision) => Outputs == 1
        ? new BinaryCrossEntropyLoss(Dialect.ProbabilityClip(precision))
        : new CrossEntropyLoss(Dialect.ProbabilityClip(precision));

    private protected override double ValidationScore(Samples validation) =>
        Accuracy.Of(LabelsOf(validation), MostProbable(Probabilities(validation.X, "Fit")));

    // scikit-learn stratifies only where there is one output column: with two classes.
    private protected override (int[] Train, int[] Validation) SplitForEarlyStopping(Samples samples, MersenneTwister random) =>
        Outputs == 1
        ? TrainTestSplit.StratifiedIndices(LabelsOf(samples), ValidationFraction, random)
        : TrainTestSplit.Indices(samples.Count, ValidationFraction, random);

    private int[] LabelsOf(Samples samples) => Outputs == 1
        ? [.. samples.Targets.ToDoubles().Select(target => Classes[(int)target])]
        : [.. samples.Labels.ToArray().Select(label => Classes[label])];

    private int[] MostProbable(Tensor probabilities) => Outputs == 1
        ? [.. probabilities.ToDoubles().Select(p => Classes[p > 0.5 ? 1 : 0])]
        : [.. probabilities.ArgMax().Select(column => Classes[column])];

    private Tensor Probabilities(Tensor x, string where)
    {
        var scores = Output(x, where);
        return Outputs == 1 ? Functions.Sigmoid(scores) : Functions.Softmax(scores);
    }

    /// <summary>(n, 2) of the one column that two classes have: 1 − p and p.</summary>
    private Tensor OfEachClass(Tensor p) => Outputs > 1
        ? p
        : (p * Tensor.From([-1.0, 1.0]).To(p.DType)) + Tensor.From([1.0, 0.0]).To(p.DType);

    private Samples MakeSamples(Tensor x, int[] y)
    {
        var columns = Array.ConvertAll(y, label => Array.BinarySearch(_classes!, label));
        return Outputs == 1
            ? new Samples(x, Tensor.From(Array.ConvertAll(columns, column => (double)column), [y.Length, 1]).To(x.DType))
            : new Samples(x, columns);
    }

    private void CheckSamples(Tensor x, int[] y, string where, bool continues)
    {
        ArgumentNullException.ThrowIfNull(y);
        CheckInput(x, where, continues);
        if (x.Shape[0] != y.Length)
            throw Error(where, $"one label for each row is required; received {x.Shape[0]} rows and {y.Length} labels.");
    }

    private static string Text(IReadOnlyList<int> classes) => $"[{string.Join(", ", classes)}]";
}
