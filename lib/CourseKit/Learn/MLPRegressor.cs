using CourseKit.Autograd;
using CourseKit.Metrics;
using CourseKit.Nn.Losses;
using CourseKit.Nn.Training;
using CourseKit.Numerics;
using static System.FormattableString;

namespace CourseKit.Learn;

/// <summary>A multilayer perceptron that estimates numbers, as scikit-learn's <c>MLPRegressor</c>.</summary>
/// <remarks>
/// The loss is half the mean squared error. With several outputs the gradient is that of their sum, as in scikit-learn, while the loss
/// is their mean.
/// Computes in float64, and in float32 where the samples are float32.
/// </remarks>
public sealed class MLPRegressor : MultilayerPerceptron, IRegressor
{
    /// <summary>
    /// Learns from samples and their values, and forgets the former fit unless <see cref="MultilayerPerceptron.WarmStart"/> is set.
    /// </summary>
    /// <param name="x">Samples in rows, (n, features): a tensor, a <c>double[,]</c> or a <c>float[,]</c>.</param>
    /// <param name="y">One value for each row, (n), or several, (n, outputs): a tensor, a <c>double[]</c> or a <c>double[,]</c>.</param>
    /// <returns>This model.</returns>
    /// <exception cref="ArgumentException">A setting, the samples or the values are not what is required.</exception>
    /// <exception cref="ArithmeticException">The weights overflowed.</exception>
    public MLPRegressor Fit(Tensor x, Tensor y)
    {
        CheckSettings("Fit");
        var samples = Checked(x, y, "Fit", WarmStart);
        Train(samples, samples.Targets.Shape[1], oneEpoch: false);
        return this;
    }

    /// <summary>Goes on learning for one epoch, or begins if there was no fit yet.</summary>
    /// <param name="x">Samples in rows, (n, features).</param>
    /// <param name="y">One value for each row, (n), or several, (n, outputs).</param>
    /// <returns>This model.</returns>
    /// <exception cref="ArgumentException">A setting, the samples or the values are not what is required.</exception>
    /// <exception cref="InvalidOperationException">The solver is LBFGS.</exception>
    /// <exception cref="ArithmeticException">The weights overflowed.</exception>
    public MLPRegressor PartialFit(Tensor x, Tensor y)
    {
        CheckSettings("PartialFit");
        CheckSolverContinues();
        var samples = Checked(x, y, "PartialFit", continues: true);
        Train(samples, samples.Targets.Shape[1], oneEpoch: true);
        return this;
    }

    /// <summary>The estimate for each row, (n), of a model with one output.</summary>
    /// <param name="x">Samples in rows, (n, features).</param>
    /// <exception cref="InvalidOperationException">The model is not fitted, or has several outputs.</exception>
    /// <exception cref="ArgumentException">Another number of features was fitted, or a value is not finite.</exception>
    public double[] Predict(Tensor x)
    {
        var values = Output(x, "Predict");
        return values.Shape[1] == 1
            ? values.ToDoubles()
            : throw new InvalidOperationException(Invariant(
                $"MLPRegressor.Predict: one output is required; this model has {values.Shape[1]}. Call PredictOutputs."));
    }

    /// <summary>The estimates for each row, (n, outputs).</summary>
    /// <param name="x">Samples in rows, (n, features).</param>
    /// <exception cref="InvalidOperationException">The model is not fitted.</exception>
    /// <exception cref="ArgumentException">Another number of features was fitted, or a value is not finite.</exception>
    public double[,] PredictOutputs(Tensor x) => Output(x, "PredictOutputs").ToMatrix();

    /// <summary>The coefficient of determination <see cref="R2"/> of the estimates, at most 1; of several outputs the mean.</summary>
    /// <param name="x">Samples in rows, (n, features).</param>
    /// <param name="y">The true values, (n) or (n, outputs).</param>
    /// <exception cref="InvalidOperationException">The model is not fitted.</exception>
    /// <exception cref="ArgumentException">The shapes do not fit, another number of features was fitted, or a value is not
    /// finite.</exception>
    public double Score(Tensor x, Tensor y) => R2.Of(Matrix(y, "Score").ToMatrix(), PredictOutputs(x));

    /// <summary>Reads a model that <see cref="MultilayerPerceptron.Save"/> wrote.</summary>
    /// <param name="path">Of the file.</param>
    /// <exception cref="InvalidDataException">The file is cut short, or holds no <c>MLPRegressor</c>.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static MLPRegressor Load(string path)
    {
        var model = new MLPRegressor();
        model.Restore(ModelFile.Load(path, nameof(MLPRegressor)), path);
        return model;
    }

    void IRegressor.Fit(double[,] x, double[] y) => Fit(x, y);

    double[] IRegressor.Predict(double[,] x) => Predict(x);

    double IRegressor.Score(double[,] x, double[] y) => Score(x, y);

    private protected override Loss MakeLoss(DType precision) => new SquaredErrorLoss(Dialect.SquaredError);

    private protected override double ValidationScore(Samples validation) => Score(validation.X, validation.Targets);

    private protected override (int[] Train, int[] Validation) SplitForEarlyStopping(Samples samples, MersenneTwister random) =>
        TrainTestSplit.Indices(samples.Count, ValidationFraction, random);

    private Samples Checked(Tensor x, Tensor y, string where, bool continues)
    {
        CheckInput(x, where, continues);
        var targets = Matrix(y, where);
        if (x.Shape[0] != targets.Shape[0])
            throw Error(where, $"one value for each row is required; received {x.Shape[0]} rows and {targets.Shape[0]} values.");
        if (continues && IsFitted && targets.Shape[1] != Layers()[^1].Units)
            throw Error(where, $"as many outputs as were fitted, {Layers()[^1].Units}, are required; received {targets.Shape[1]}.");
        if (!targets.ToDoubles().All(double.IsFinite))
            throw Error(where, $"finite values are required; y has others. Fill in or leave out such rows.");
        return new Samples(x, targets.To(x.DType));
    }

    private Tensor Matrix(Tensor y, string where)
    {
        ArgumentNullException.ThrowIfNull(y);
        return y.Rank switch
        {
            1 => y.Reshape(-1, 1),
            2 => y,
            _ => throw Error(where, $"values (n) or (n, outputs) are required; received {y.Shape}."),
        };
    }
}
