using CourseKit.Autograd.Ops;

namespace CourseKit.Autograd;

public static partial class Functions
{
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

    /// <summary>Each label as a one-hot row of targets, in the precision of the scores.</summary>
    internal static Tensor OneHotFor(Tensor scores, ReadOnlyMemory<int> labels, string where)
    {
        Check.Labels(labels.Span, scores, where);
        return Tensor.OneHot(labels.Span, scores.Shape[1], scores.DType);
    }

    /// <summary>(1 − a) t + a/k, without a history.</summary>
    internal static Tensor Smoothed(Tensor targets, double smoothing, int classes)
    {
        SoftTargetsCrossEntropy.CheckSmoothing(smoothing);
        return smoothing == 0 ? targets : (targets.Detach() * (1 - smoothing)) + (smoothing / classes);
    }

    /// <summary>
    /// Mean over the rows of −Σ tⱼ ln pⱼ, with p = softmax of the row: for targets that are one-hot or probabilities, or with smoothing.
    /// </summary>
    /// <param name="scores">(n, k), before softmax.</param>
    /// <param name="targets">t (n, k), rows that sum to 1. No gradient reaches them.</param>
    /// <param name="labelSmoothing">a: t counts as (1 − a) t + a/k. 0..1, default 0.</param>
    /// <remarks>Smoothing: C. Szegedy et al., Rethinking the Inception Architecture, CVPR 2016, section 7.</remarks>
    /// <returns>A single value.</returns>
    /// <exception cref="ArgumentException">The shapes differ, or a is not within 0..1.</exception>
    public static Tensor CrossEntropy(Tensor scores, Tensor targets, double labelSmoothing = 0) =>
        SoftTargetsCrossEntropy.Apply(scores, targets, labelSmoothing);

    /// <summary>
    /// Mean over the rows of −Σ tⱼ ln pⱼ for probabilities p, as a network returns them that ends with a softmax: Keras's categorical
    /// cross-entropy.
    /// </summary>
    /// <param name="probabilities">p (n, k); each row is divided by its sum. If they come straight from <see cref="Softmax(Tensor)"/>, the
    /// loss is computed from the scores before it, exactly and in one step, and nothing is clipped.</param>
    /// <param name="targets">t (n, k), rows that sum to 1. No gradient reaches them.</param>
    /// <param name="clip">Probabilities count as at least this and at most 1 − this. Default 1e-7, as Keras's.</param>
    /// <param name="labelSmoothing">a: t counts as (1 − a) t + a/k. 0..1, default 0.</param>
    /// <returns>A single value.</returns>
    /// <exception cref="ArgumentException">The shapes differ, or a is not within 0..1.</exception>
    public static Tensor CategoricalCrossEntropy(Tensor probabilities, Tensor targets, double clip = 1e-7, double labelSmoothing = 0)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        ArgumentNullException.ThrowIfNull(targets);
        if (probabilities.Scores is { } scores)
            return CrossEntropy(scores, targets, labelSmoothing);
        return ProbabilityCrossEntropy.Apply(probabilities, Smoothed(targets, labelSmoothing, targets.Shape[^1]), clip);
    }

    /// <summary>The same for one class in each row: Keras's sparse categorical cross-entropy.</summary>
    /// <param name="probabilities">p (n, k); if they come straight from <see cref="Softmax(Tensor)"/>, the loss is computed from the
    /// scores.</param>
    /// <param name="labels">(n), each 0..k−1.</param>
    /// <param name="clip">Probabilities count as at least this and at most 1 − this. Default 1e-7, as Keras's.</param>
    /// <returns>A single value.</returns>
    /// <exception cref="ArgumentException">There is not one label for each row, or a label is no class.</exception>
    public static Tensor CategoricalCrossEntropy(Tensor probabilities, ReadOnlyMemory<int> labels, double clip = 1e-7)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        if (probabilities.Scores is { } scores)
            return CrossEntropy(scores, labels);
        return ProbabilityCrossEntropy.Apply(probabilities, OneHotFor(probabilities, labels, "CategoricalCrossEntropy"), clip);
    }

    /// <summary>
    /// Mean over the rows of −y[label], for logarithms of probabilities such as those of <see cref="LogSoftmax(Tensor)"/>.
    /// </summary>
    /// <param name="logarithms">y (n, k).</param>
    /// <param name="labels">(n), each 0..k−1.</param>
    /// <returns>A single value.</returns>
    /// <exception cref="ArgumentException">There is not one label for each row, or a label is no class.</exception>
    public static Tensor NegativeLogLikelihood(Tensor logarithms, ReadOnlyMemory<int> labels) =>
        Ops.NegativeLogLikelihood.Apply(logarithms, labels);

    /// <summary>Mean over all values of −(t ln p + (1 − t) ln(1 − p)), with p = 1/(1 + e⁻ᶻ): the loss of yes-or-no questions.</summary>
    /// <param name="scores">z, before the sigmoid, of any shape.</param>
    /// <param name="targets">t, 0..1, of the same shape.</param>
    /// <param name="clip">Probabilities count as at least this and at most 1 − this in the value; the gradient is that of the unclipped
    /// loss. Default 0: exact.</param>
    /// <returns>A single value.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Tensor BinaryCrossEntropyWithLogits(Tensor scores, Tensor targets, double clip = 0) =>
        SigmoidCrossEntropy.Apply(scores, targets, clip);

    /// <summary>Mean over all values of −(t ln p + (1 − t) ln(1 − p)) for probabilities p, as a network returns them that ends with a
    /// sigmoid.</summary>
    /// <param name="probabilities">p, 0..1, of any shape. If they come straight from <see cref="Sigmoid"/>, the loss is computed from the
    /// scores before it, exactly and in one step, and nothing is clipped.</param>
    /// <param name="targets">t, 0..1, of the same shape. No gradient reaches them.</param>
    /// <param name="clip">Probabilities count as at least this and at most 1 − this. Default 0: infinite where a wrong p is 0 or 1.</param>
    /// <remarks>Differs from PyTorch, where ln p counts as at least −100.</remarks>
    /// <returns>A single value.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Tensor BinaryCrossEntropy(Tensor probabilities, Tensor targets, double clip = 0)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        return probabilities.Scores is { } scores
            ? BinaryCrossEntropyWithLogits(scores, targets)
            : PairLoss.Apply<ProbabilityError>(probabilities, targets, clip);
    }

    /// <summary>Mean over all values of (y − t)².</summary>
    /// <param name="y">Results of any shape.</param>
    /// <param name="targets">t, of the same shape. No gradient reaches them.</param>
    /// <returns>A single value.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Tensor MeanSquaredError(Tensor y, Tensor targets) => SquaredError.Apply(y, targets, factor: 1, slope: 1);

    /// <summary>Mean over all values of |y − t|. The slope counts as 0 where they are equal.</summary>
    /// <param name="y">Results of any shape.</param>
    /// <param name="targets">t, of the same shape. No gradient reaches them.</param>
    /// <returns>A single value.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Tensor MeanAbsoluteError(Tensor y, Tensor targets) => PairLoss.Apply<AbsoluteError>(y, targets);

    /// <summary>Mean over all values of e²/2 where |e| ≤ delta and else delta (|e| − delta/2), with e = y − t.</summary>
    /// <param name="y">Results of any shape.</param>
    /// <param name="targets">t, of the same shape. No gradient reaches them.</param>
    /// <param name="delta">From where on errors count in proportion; above 0. Default 1.</param>
    /// <remarks>P. J. Huber, Robust Estimation of a Location Parameter, Annals of Mathematical Statistics 35 (1964).</remarks>
    /// <returns>A single value.</returns>
    /// <exception cref="ArgumentException">The shapes differ, or delta is not above 0.</exception>
    public static Tensor Huber(Tensor y, Tensor targets, double delta = 1)
    {
        if (!(delta > 0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(delta), FormattableString.Invariant($"Huber: a delta above 0 is required; received {delta}."));
        }
        return PairLoss.Apply<HuberError>(y, targets, delta);
    }

    /// <summary>Mean over all values of max(0, 1 − t y): the loss of a support vector machine.</summary>
    /// <param name="y">Scores of any shape.</param>
    /// <param name="targets">t, −1 or 1, of the same shape. No gradient reaches them.</param>
    /// <returns>A single value.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Tensor Hinge(Tensor y, Tensor targets) => PairLoss.Apply<HingeError>(y, targets);
}
