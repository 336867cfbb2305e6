using System.Numerics;

namespace CourseKit.Metrics;

/// <summary>Mean negative logarithm of the probability that was given to the true class; also called cross-entropy.</summary>
/// <remarks>
/// As scikit-learn 1.2 does: probabilities are clipped to [ε, 1 − ε], where ε is the spacing of their type at 1 (2.2e-16 for double,
/// 1.2e-7 for float), and each row is divided by its sum before the logarithm. Hence a wrong certainty costs 36.04 and not infinity.
/// Differs from scikit-learn: a true label that has no column is an error; there it costs nothing.
/// </remarks>
public static class LogLoss
{
    /// <summary>The loss of class probabilities.</summary>
    /// <returns>0 or more, in nats.</returns>
    /// <param name="yTrue">True labels, (n), of at least two classes.</param>
    /// <param name="probabilities">One row per sample, one column per class in ascending order of the labels, (n, classes).</param>
    /// <param name="labels">The classes, ascending, where <paramref name="yTrue"/> does not hold them all.</param>
    /// <param name="epsilon">ε of the clipping; null for the default.</param>
    /// <typeparam name="T">Type of a label: a number, a string, an enum.</typeparam>
    /// <exception cref="ArgumentException">
    /// Shapes or labels do not fit, there is one class, a probability is not finite, or <paramref name="epsilon"/> is not in [0, 0.5).
    /// </exception>
    public static double Of<T>(IReadOnlyList<T> yTrue, double[,] probabilities, IReadOnlyList<T>? labels = null, double? epsilon = null)
        where T : notnull =>
        Mean(yTrue, probabilities, labels, Checked(epsilon));

    /// <inheritdoc cref="Of{T}(IReadOnlyList{T}, double[,], IReadOnlyList{T}?, double?)"/>
    public static double Of<T>(IReadOnlyList<T> yTrue, float[,] probabilities, IReadOnlyList<T>? labels = null, float? epsilon = null)
        where T : notnull =>
        Mean(yTrue, probabilities, labels, Checked(epsilon));

    /// <summary>The loss of the probabilities of the larger one of two classes.</summary>
    /// <returns>0 or more, in nats.</returns>
    /// <param name="yTrue">True labels, (n), of two classes.</param>
    /// <param name="probabilities">Probability of the second class in ascending order, (n).</param>
    /// <param name="labels">Both classes, ascending, where <paramref name="yTrue"/> holds only one.</param>
    /// <param name="epsilon">ε of the clipping; null for the default.</param>
    /// <typeparam name="T">Type of a label: a number, a string, an enum.</typeparam>
    /// <exception cref="ArgumentException">
    /// Shapes or labels do not fit, there is one class, a probability is not finite, or <paramref name="epsilon"/> is not in [0, 0.5).
    /// </exception>
    public static double Of<T>(IReadOnlyList<T> yTrue, double[] probabilities, IReadOnlyList<T>? labels = null, double? epsilon = null)
        where T : notnull
    {
        var limit = Checked(epsilon);
        var both = new double[probabilities.Length, 2];
        for (var i = 0; i < probabilities.Length; i++)
        {
            // clipped before the complement is taken, as there
            both[i, 1] = double.IsFinite(probabilities[i]) ? Math.Clamp(probabilities[i], limit, 1 - limit) : probabilities[i];
            both[i, 0] = 1 - both[i, 1];
        }
        return Mean(yTrue, both, labels, limit);
    }

    private static TNumber Checked<TNumber>(TNumber? epsilon) where TNumber : struct, IFloatingPointIeee754<TNumber>
    {
        if (epsilon is { } given && !(given >= TNumber.Zero && given + given < TNumber.One))
        {
            throw new ArgumentOutOfRangeException(nameof(epsilon),
                $"LogLoss: epsilon must be 0 or more and below 0.5; received {Labels.Name(given)}.");
        }
        return epsilon ?? TNumber.BitIncrement(TNumber.One) - TNumber.One;
    }

    private static double Mean<T, TNumber>(IReadOnlyList<T> yTrue, TNumber[,] probabilities, IReadOnlyList<T>? labels, TNumber epsilon)
        where T : notnull
        where TNumber : unmanaged, IFloatingPoint<TNumber>
    {
        var classes = probabilities.GetLength(1);
        var columns = ClassColumns.Of("LogLoss", yTrue, probabilities, labels);
        if (classes < 2)
            throw new ArgumentException($"LogLoss: two classes or more are required; {classes} found. Name them all with labels.");
        var losses = new double[columns.Length];
        var row = new TNumber[classes];
        for (var i = 0; i < losses.Length; i++)
        {
            for (var j = 0; j < classes; j++)
                row[j] = TNumber.Clamp(probabilities[i, j], epsilon, TNumber.One - epsilon);
            losses[i] = -Math.Log(double.CreateChecked(row[columns[i]] / PairwiseSum.Of<TNumber>(row)));
        }
        return PairwiseSum.Mean(losses);
    }
}
