using CourseKit.Autograd;
using static System.FormattableString;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace CourseKit.Learn;

public abstract partial class MultilayerPerceptron
{
    /// <summary>
    /// Every setting, checked where the user sees Fit fail and not where it was typed: as in scikit-learn, settings may be changed
    /// until then.
    /// </summary>
    private protected void CheckSettings(string where)
    {
        var sizes = HiddenLayerSizes ?? [0];
        Require(where, sizes.All(units => units >= 1), "HiddenLayerSizes of 1 or more units each", $"[{string.Join(", ", sizes)}]");
        RequireKnown(where, nameof(Activation), Activation);
        RequireKnown(where, nameof(Solver), Solver);
        RequireKnown(where, nameof(LearningRate), LearningRate);
        Require(where, Alpha >= 0 && double.IsFinite(Alpha), "Alpha of 0 or more", Alpha);
        Require(where, BatchSize is null or >= 1, "BatchSize of null or of 1 or more", BatchSize ?? 0);
        Require(where, LearningRateInit > 0 && double.IsFinite(LearningRateInit), "LearningRateInit above 0", LearningRateInit);
        Require(where, PowerT >= 0 && double.IsFinite(PowerT), "PowerT of 0 or more", PowerT);
        Require(where, MaxIter >= 1, "MaxIter of 1 or more", MaxIter);
        Require(where, RandomState >= 0, "RandomState of 0 or more", RandomState);
        Require(where, Tol >= 0 && double.IsFinite(Tol), "Tol of 0 or more", Tol);
        Require(where, Momentum is >= 0 and <= 1, "Momentum of 0..1", Momentum);
        Require(where, ValidationFraction is > 0 and < 1, "ValidationFraction between 0 and 1", ValidationFraction);
        Require(where, Beta1 is >= 0 and < 1, "Beta1 of 0 or more and less than 1", Beta1);
        Require(where, Beta2 is >= 0 and < 1, "Beta2 of 0 or more and less than 1", Beta2);
        Require(where, Epsilon > 0 && double.IsFinite(Epsilon), "Epsilon above 0", Epsilon);
        Require(where, NIterNoChange >= 1, "NIterNoChange of 1 or more", NIterNoChange);
        Require(where, MaxFun >= 1, "MaxFun of 1 or more", MaxFun);
    }

    /// <summary>A matrix of finite values, of as many columns as before if the model continues.</summary>
    private protected void CheckInput(Tensor x, string where, bool continues = true)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (x.Rank != 2)
            throw Error(where, $"samples in rows, (n, features), are required; received {x.Shape}. Reshape: x.Reshape(n, -1).");
        if (x.Count == 0)
            throw Error(where, $"at least one sample with one feature is required; received {x.Shape}.");
        if (continues && IsFitted && x.Shape[1] != FeatureCount)
            throw Error(where, $"{FeatureCount} features are required, as many as were fitted; received {x.Shape[1]}.");
        var finite = x.DType == DType.Float32
            ? TensorPrimitives.IsFiniteAll<float>(x.Span<float>())
            : TensorPrimitives.IsFiniteAll<double>(x.Span<double>());
        if (!finite)
            throw NotFinite(x, where);
    }

    /// <summary>What is trained further must be what the settings describe.</summary>
    private void CheckSameNetwork(string where)
    {
        var hidden = Layers().SkipLast(1).ToArray();
        var function = FunctionOf(Activation);
        if (!hidden.Select(layer => layer.Units).SequenceEqual(HiddenLayerSizes) || hidden.Any(layer => layer.Function != function))
            throw Error(where, $"the HiddenLayerSizes and the Activation of the last fit are required; received others. Make a new model.");
    }

    private protected void CheckSolverContinues()
    {
        if (Solver == Solver.LBFGS)
        {
            throw new InvalidOperationException(
                $"{Name}.PartialFit: solver SGD or Adam is required; received LBFGS, which needs all samples at once. Call Fit.");
        }
    }

    private protected ArgumentException Error(string where, FormattableString message) => new($"{Name}.{where}: {Invariant(message)}");

    private ArgumentException NotFinite(Tensor x, string where)
    {
        var place = 0;
        while (double.IsFinite(x.ValueAt(place)))
            place++;
        int row = place / x.Shape[1], column = place % x.Shape[1];
        return Error(where, $"finite values are required; x[{row}, {column}] is {x.ValueAt(place)}. Fill in or leave out such rows.");
    }

    /// <summary>A network whose weights overflowed predicts nothing; better said here than by its predictions.</summary>
    private void CheckFinite()
    {
        for (var i = 0; i < Layers().Count; i++)
        {
            if (IsFinite(Layers()[i].Weight) && IsFinite(Layers()[i].Bias!))
                continue;
            throw new ArithmeticException(Invariant(
                $"{Name}.Fit: finite weights are required; after {IterationCount} iterations those of layer {i + 1} of {Layers().Count}, ")
                + $"{Layers()[i].Weight.Shape}, are not. "
                + "Scale the inputs (StandardScaler, MinMaxScaler), or try a smaller LearningRateInit.");
        }
    }

    private static bool IsFinite(Tensor tensor) => tensor.DType == DType.Float32
        ? TensorPrimitives.IsFiniteAll<float>(tensor.Span<float>())
        : TensorPrimitives.IsFiniteAll<double>(tensor.Span<double>());

    private void RequireKnown<T>(string where, string setting, T value)
        where T : struct, Enum
    {
        var names = Enum.GetNames<T>();
        Require(where, Enum.IsDefined(value), $"{setting} of {string.Join(", ", names[..^1])} or {names[^1]}", value);
    }

    private void Require(string where, bool met, string requirement, object received)
    {
        if (!met)
            throw Error(where, $"{requirement} is required; received {received}.");
    }
}
