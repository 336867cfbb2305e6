using CourseKit.Autograd.Ops;

namespace CourseKit.Autograd;

/// <summary>
/// Functions of tensors that know their gradients. With <c>using static CourseKit.Autograd.Functions;</c> they read as on paper:
/// <c>1 / (1 + Exp(-x))</c>.
/// </summary>
public static class Functions
{
    /// <summary>eˣ, value by value.</summary>
    public static Tensor Exp(Tensor x) => Unary.Apply<Exp>(x);

    /// <summary>The natural logarithm, value by value: −∞ at 0, NaN below.</summary>
    public static Tensor Log(Tensor x) => Unary.Apply<Log>(x);

    /// <summary>√x, value by value. The slope at 0 is infinite.</summary>
    public static Tensor Sqrt(Tensor x) => Unary.Apply<Sqrt>(x);

    /// <summary>|x|, value by value. The slope at 0 counts as 1.</summary>
    public static Tensor Abs(Tensor x) => Unary.Apply<Abs>(x);

    /// <summary>max(x, 0), value by value. The slope at 0 counts as 0.</summary>
    public static Tensor ReLU(Tensor x) => Unary.Apply<ReLU>(x);

    /// <summary>1/(1 + e⁻ˣ), value by value.</summary>
    public static Tensor Sigmoid(Tensor x) => Unary.Apply<Sigmoid>(x);

    /// <summary>tanh x, value by value.</summary>
    public static Tensor Tanh(Tensor x) => Unary.Apply<Tanh>(x);

    /// <summary>Row by row e^x / Σ e^x: positive numbers that sum to 1, and do not overflow.</summary>
    /// <param name="x">Scores (n, k).</param>
    /// <exception cref="ArgumentException">There are not two axes.</exception>
    public static Tensor Softmax(Tensor x) => Ops.Softmax.Apply(x);

    /// <summary>The matrix product A · B.</summary>
    /// <param name="a">(m, k).</param>
    /// <param name="b">(k, n).</param>
    /// <returns>(m, n).</returns>
    /// <exception cref="ArgumentException">The inner dimensions differ.</exception>
    public static Tensor MatMul(Tensor a, Tensor b) => Ops.MatMul.Apply(a, b);

    /// <summary>A whole layer in one step: f(X · W + b).</summary>
    /// <param name="x">(n, inputs), a row for each example.</param>
    /// <param name="weight">W (inputs, units).</param>
    /// <param name="bias">b (units), added to each row; null for none.</param>
    /// <param name="function">f, value by value.</param>
    /// <param name="unitsFirst">Whether W is stored transposed, (units, inputs), as PyTorch does. The results are the same to the last
    /// bit.</param>
    /// <returns>(n, units).</returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static Tensor Linear(
        Tensor x, Tensor weight, Tensor? bias, Nonlinearity function = Nonlinearity.Identity, bool unitsFirst = false) =>
        Ops.Linear.Apply(x, weight, bias, function, unitsFirst);

    /// <summary>
    /// Mean over the rows of −ln p[label], with p = softmax of the row: the loss of a classifier with one unit for each class.
    /// </summary>
    /// <param name="scores">(n, k), before softmax.</param>
    /// <param name="labels">(n), each 0..k−1.</param>
    /// <param name="clip">Probabilities count as at least this and at most 1 − this in the value; the gradient is that of the unclipped
    /// loss. Default 0: exact.</param>
    /// <returns>A single value.</returns>
    /// <exception cref="ArgumentException">There is not one label for each row, or a label is no class.</exception>
    public static Tensor CrossEntropy(Tensor scores, ReadOnlyMemory<int> labels, double clip = 0) =>
        SoftmaxCrossEntropy.Apply(scores, labels, clip);

    /// <summary>Mean over all values of −(t ln p + (1 − t) ln(1 − p)), with p = 1/(1 + e⁻ᶻ): the loss of yes-or-no questions.</summary>
    /// <param name="scores">z, before the sigmoid, of any shape.</param>
    /// <param name="targets">t, 0..1, of the same shape.</param>
    /// <param name="clip">Probabilities count as at least this and at most 1 − this in the value; the gradient is that of the unclipped
    /// loss. Default 0: exact.</param>
    /// <returns>A single value.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Tensor BinaryCrossEntropy(Tensor scores, Tensor targets, double clip = 0) =>
        SigmoidCrossEntropy.Apply(scores, targets, clip);

    /// <summary>Mean over all values of (y − t)².</summary>
    /// <param name="y">Results of any shape.</param>
    /// <param name="targets">t, of the same shape.</param>
    /// <returns>A single value.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Tensor MeanSquaredError(Tensor y, Tensor targets) => SquaredError.Apply(y, targets, factor: 1, slope: 1);
}
