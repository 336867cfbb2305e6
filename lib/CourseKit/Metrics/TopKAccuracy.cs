using System.Numerics;

namespace CourseKit.Metrics;

/// <summary>The share of samples whose true class is among the k classes with the highest scores.</summary>
/// <remarks>
/// Of equal scores the class further to the right ranks first, as in scikit-learn.
/// Differs from scikit-learn: two classes have two columns like any others, where it wants one.
/// </remarks>
public static class TopKAccuracy
{
    /// <summary>Ranks each row and looks for the true class among the first k.</summary>
    /// <returns>0 to 1; 1 if k is the number of classes or more.</returns>
    /// <param name="yTrue">True labels, (n).</param>
    /// <param name="scores">Probabilities or any scores, one column per class in ascending order of the labels, (n, classes).</param>
    /// <param name="k">How many ranks count, at least 1; 2 if nothing is said.</param>
    /// <param name="labels">The classes, ascending, where <paramref name="yTrue"/> does not hold them all.</param>
    /// <typeparam name="T">Type of a label: a number, a string, an enum.</typeparam>
    /// <exception cref="ArgumentException">Shapes or labels do not fit, a score is not finite, or k is less than 1.</exception>
    public static double Of<T>(IReadOnlyList<T> yTrue, double[,] scores, int k = 2, IReadOnlyList<T>? labels = null) where T : notnull =>
        Share(yTrue, scores, k, labels);

    /// <inheritdoc cref="Of{T}(IReadOnlyList{T}, double[,], int, IReadOnlyList{T}?)"/>
    public static double Of<T>(IReadOnlyList<T> yTrue, float[,] scores, int k = 2, IReadOnlyList<T>? labels = null) where T : notnull =>
        Share(yTrue, scores, k, labels);

    private static double Share<T, TNumber>(IReadOnlyList<T> yTrue, TNumber[,] scores, int k, IReadOnlyList<T>? labels)
        where T : notnull where TNumber : unmanaged, IFloatingPoint<TNumber>
    {
        if (k < 1)
            throw new ArgumentOutOfRangeException(nameof(k), $"TopKAccuracy: k must be 1 or more; received {k}.");
        var columns = ClassColumns.Of("TopKAccuracy", yTrue, scores, labels);
        var hits = 0;
        for (var i = 0; i < columns.Length; i++)
            if (Rank(scores, i, columns[i]) < k)
                hits++;
        return hits / (double)columns.Length;
    }

    /// <summary>How many classes of the row stand before this one.</summary>
    private static int Rank<TNumber>(TNumber[,] scores, int row, int column) where TNumber : unmanaged, IFloatingPoint<TNumber>
    {
        var before = 0;
        for (var j = 0; j < scores.GetLength(1); j++)
        {
            if (scores[row, j] > scores[row, column] || (scores[row, j] == scores[row, column] && j > column))
                before++;
        }
        return before;
    }
}
