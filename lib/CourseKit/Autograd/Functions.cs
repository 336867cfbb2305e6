using CourseKit.Autograd.Ops;

namespace CourseKit.Autograd;

/// <summary>
/// Functions of tensors that know their gradients. With <c>using static CourseKit.Autograd.Functions;</c> they read as on paper:
/// <c>1 / (1 + Exp(-x))</c>.
/// </summary>
public static partial class Functions
{
    /// <summary>eˣ, value by value.</summary>
    public static Tensor Exp(Tensor x) => Unary.Apply<Exp>(x);

    /// <summary>The natural logarithm, value by value: −∞ at 0, NaN below.</summary>
    public static Tensor Log(Tensor x) => Unary.Apply<Log>(x);

    /// <summary>√x, value by value. The slope at 0 is infinite.</summary>
    public static Tensor Sqrt(Tensor x) => Unary.Apply<Sqrt>(x);

    /// <summary>|x|, value by value. The slope at 0 counts as 1.</summary>
    public static Tensor Abs(Tensor x) => Unary.Apply<Abs>(x);

    /// <summary>a to the power of b, value by value: NaN for negative a and a broken b. The slope in b counts as 0 where a is 0.</summary>
    /// <exception cref="ArgumentException">The shapes do not fit, or the precisions differ.</exception>
    public static Tensor Pow(Tensor a, Tensor b) => Binary.Apply<RaiseTo>(a, b);

    /// <summary>x to the power of <paramref name="exponent"/>, value by value: NaN for negative x and a broken exponent.</summary>
    public static Tensor Pow(Tensor x, double exponent) => Parameter.Apply<Power>(x, exponent);

    /// <summary>max(x, 0), value by value. The slope at 0 counts as 0.</summary>
    public static Tensor ReLU(Tensor x) => Unary.Apply<ReLU>(x);

    /// <summary>1/(1 + e⁻ˣ), value by value.</summary>
    public static Tensor Sigmoid(Tensor x) => Unary.Apply<Sigmoid>(x).OfScores(x);

    /// <summary>tanh x, value by value.</summary>
    public static Tensor Tanh(Tensor x) => Unary.Apply<Tanh>(x);

    /// <summary>x where x > 0 and else slope · x, value by value.</summary>
    /// <param name="x">Values of any shape.</param>
    /// <param name="slope">Default 0.01, as PyTorch's; Keras's function has 0.2, its layer 0.3.</param>
    public static Tensor LeakyReLU(Tensor x, double slope = 0.01) => Parameter.Apply<LeakyReLU>(x, slope);

    /// <summary>x where x > 0 and else alpha · (eˣ − 1), value by value.</summary>
    /// <param name="x">Values of any shape.</param>
    /// <param name="alpha">Default 1.</param>
    public static Tensor ELU(Tensor x, double alpha = 1) => Parameter.Apply<ELU>(x, alpha);

    /// <summary>x Φ(x) with Φ the normal distribution, value by value: exact, not approximated by tanh.</summary>
    public static Tensor GELU(Tensor x) => Unary.Apply<GELU>(x);

    /// <summary>x/(1 + e⁻ˣ), value by value; also called swish.</summary>
    public static Tensor SiLU(Tensor x) => Unary.Apply<SiLU>(x);

    /// <summary>ln(1 + eˣ), value by value: a smooth <see cref="ReLU"/>. Does not overflow.</summary>
    public static Tensor Softplus(Tensor x) => Unary.Apply<Softplus>(x);

    /// <summary>e^x / Σ e^x along the last axis: positive numbers that sum to 1, and do not overflow.</summary>
    /// <param name="x">Scores, for a classifier (n, k).</param>
    /// <exception cref="ArgumentException">There is no axis, or nothing along it.</exception>
    public static Tensor Softmax(Tensor x) => Ops.Softmax.Apply(x, -1).OfScores(x);

    /// <summary>The same along another axis.</summary>
    /// <param name="x">Scores of any shape.</param>
    /// <param name="axis">Along which the results sum to 1: 0..Rank−1, or −1 for the last one.</param>
    /// <exception cref="ArgumentException">There is no such axis, or nothing along it.</exception>
    public static Tensor Softmax(Tensor x, int axis)
    {
        var p = Ops.Softmax.Apply(x, axis);
        return axis == -1 || axis == x.Rank - 1 ? p.OfScores(x) : p;
    }

    /// <summary>ln of <see cref="Softmax(Tensor)"/>, exact also where that rounds to 0.</summary>
    /// <param name="x">Scores, for a classifier (n, k).</param>
    /// <exception cref="ArgumentException">There is no axis, or nothing along it.</exception>
    public static Tensor LogSoftmax(Tensor x) => Ops.Softmax.Log(x, -1);

    /// <summary>The same along another axis.</summary>
    /// <param name="x">Scores of any shape.</param>
    /// <param name="axis">Along which the probabilities sum to 1: 0..Rank−1, or −1 for the last one.</param>
    /// <exception cref="ArgumentException">There is no such axis, or nothing along it.</exception>
    public static Tensor LogSoftmax(Tensor x, int axis) => Ops.Softmax.Log(x, axis);
}
