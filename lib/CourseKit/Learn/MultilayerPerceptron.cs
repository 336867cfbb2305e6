using System.Runtime.CompilerServices;
using CourseKit.Autograd;
using CourseKit.Display;
using CourseKit.Nn;
using CourseKit.Nn.Layers;
using CourseKit.Nn.Losses;
using CourseKit.Nn.Training;
using CourseKit.Numerics;

namespace CourseKit.Learn;

/// <summary>
/// What <see cref="MLPClassifier"/> and <see cref="MLPRegressor"/> have in common: the multilayer perceptron of scikit-learn.
/// </summary>
/// <remarks>
/// It translates its settings into the engine's modules, losses, optimizers and training loop. Curves, iteration counts and predictions
/// equal scikit-learn 1.2.1's up to rounding, but for <see cref="Solver.LBFGS"/>, where the final loss does. Differs from scikit-learn:
/// without a <see cref="RandomState"/> a fit is that of seed 0, not another one each time.
/// </remarks>
public abstract partial class MultilayerPerceptron
{
    private protected static readonly Dialect Dialect = Dialect.ScikitLearn;

    private Linear[]? _layers;
    private TextWriter? _log;

    private protected MultilayerPerceptron()
    {
    }

    /// <summary>
    /// Where the lines of <see cref="Verbose"/> and the warnings go. Default: <see cref="Notebook.Log"/>, the output of the running cell.
    /// </summary>
    public TextWriter Log
    {
        get => _log ?? Notebook.Log;
        set => _log = value;
    }

    private protected string Name => GetType().Name;

    /// <summary>The layers of the fitted network, first one first.</summary>
    private protected IReadOnlyList<Linear> Layers([CallerMemberName] string where = "") => _layers ?? throw NotFitted(where);

    private protected DType Precision => Layers()[0].Weight.DType;

    private protected bool IsFitted => _layers is not null;

    private protected InvalidOperationException NotFitted(string where) =>
        new($"{Name}.{where}: a fitted model is required; this one is not fitted yet. Call Fit first.");

    /// <summary>The loss for outputs of this precision.</summary>
    private protected abstract Loss MakeLoss(DType precision);

    /// <summary>The score of early stopping.</summary>
    private protected abstract double ValidationScore(Samples validation);

    /// <summary>What is trained with and what is held back for early stopping.</summary>
    private protected abstract (int[] Train, int[] Validation) SplitForEarlyStopping(Samples samples, MersenneTwister random);

    /// <summary>The one way into training, from Fit and PartialFit.</summary>
    /// <param name="samples">Checked inputs and targets.</param>
    /// <param name="outputs">Units of the last layer.</param>
    /// <param name="oneEpoch">PartialFit: continue for a single epoch.</param>
    private protected void Train(Samples samples, int outputs, bool oneEpoch)
    {
        var random = new MersenneTwister(RandomState);
        if (!IsFitted || !(WarmStart || oneEpoch))
            Initialize(samples.X, outputs, random);
        else
            CheckSameNetwork(oneEpoch ? "PartialFit" : "Fit");
        samples = samples.To(Precision);

        if (Solver == Solver.LBFGS)
            TrainOnAllSamples(samples);
        else
            TrainOnBatches(samples, random, oneEpoch);
        CheckFinite();
    }

    /// <summary>What the last layer computes for each row, before softmax or sigmoid, (n, outputs).</summary>
    private protected Tensor Output(Tensor x, string where)
    {
        var network = new Sequential(Layers(where));
        CheckInput(x, where);
        return Prediction.Of(network, x.To(Precision));
    }

    /// <summary>Draws new weights: for each layer first W row by row, then b, all from one stream.</summary>
    private void Initialize(Tensor x, int outputs, MersenneTwister random)
    {
        var function = FunctionOf(Activation);
        int[] units = [x.Shape[1], .. HiddenLayerSizes, outputs];
        _layers = new Linear[units.Length - 1];
        for (var i = 0; i < _layers.Length; i++)
        {
            var weight = Uniform([units[i], units[i + 1]], x.DType, Dialect.WeightBound(units[i], units[i + 1], function), random);
            var bias = Uniform([units[i + 1]], x.DType, Dialect.BiasBound(units[i], units[i + 1], function), random);
            _layers[i] = new Linear(weight, bias, i < _layers.Length - 1 ? function : Nonlinearity.Identity);
        }
        ForgetTraining();
    }

    private static Tensor Uniform(Shape shape, DType precision, double bound, MersenneTwister random)
    {
        var tensor = Tensor.Zeros(shape, precision);
        if (precision == DType.Float32)
            random.Fill(tensor.Span<float>(), -bound, bound);
        else
            random.Fill(tensor.Span<double>(), -bound, bound);
        return tensor;
    }

    private static Nonlinearity FunctionOf(Activation activation) => activation switch
    {
        Activation.Logistic => Nonlinearity.Sigmoid,
        Activation.Tanh => Nonlinearity.Tanh,
        Activation.ReLU => Nonlinearity.ReLU,
        _ => Nonlinearity.Identity,
    };
}
