using System.Numerics;

namespace CourseKit.Metrics;

/// <summary>Which column of a matrix of class scores belongs to each sample's true label.</summary>
internal static class ClassColumns
{
    /// <param name="where">The name that the user called.</param>
    /// <param name="yTrue">True labels, (n).</param>
    /// <param name="scores">Finite numbers, one column per class, (n, classes).</param>
    /// <param name="labels">The classes, ascending; those that occur if null.</param>
    public static int[] Of<T, TNumber>(string where, IReadOnlyList<T> yTrue, TNumber[,] scores, IReadOnlyList<T>? labels)
        where T : notnull
        where TNumber : IFloatingPoint<TNumber>
    {
        var classes = labels ?? Labels.Sorted(yTrue);
        CheckShape(where, yTrue.Count, scores, classes, labels is null);
        CheckFinite(where, scores);
        var index = classes.Select((label, i) => (label, i)).ToDictionary(pair => pair.label, pair => pair.i);
        return [.. yTrue.Select((label, i) => index.TryGetValue(label, out var column)
            ? column
            : throw new ArgumentException(
                $"{where}: true labels must be among labels ({Labels.List(classes)}); yTrue[{i}] is {Labels.Name(label)}."))];
    }

    private static void CheckShape<T, TNumber>(string where, int n, TNumber[,] scores, IReadOnlyList<T> classes, bool areInferred)
    {
        var (rows, columns) = (scores.GetLength(0), scores.GetLength(1));
        if (n != rows || n == 0)
            throw new ArgumentException($"{where}: one row of scores per true label is required; {n} labels and {rows} rows.");
        if (!Labels.Sorted(classes).SequenceEqual(classes))
            throw new ArgumentException($"{where}: labels must ascend and differ, as the columns do; received {Labels.List(classes)}.");
        if (classes.Count != columns)
        {
            throw new ArgumentException($"{where}: one column of scores per class is required; {columns} columns and " +
                $"{classes.Count} classes ({Labels.List(classes)})." +
                (areInferred ? " Where yTrue does not hold every class, name them with labels." : ""));
        }
    }

    private static void CheckFinite<TNumber>(string where, TNumber[,] scores) where TNumber : IFloatingPoint<TNumber>
    {
        for (var i = 0; i < scores.GetLength(0); i++)
            for (var j = 0; j < scores.GetLength(1); j++)
                if (!TNumber.IsFinite(scores[i, j]))
                    throw new ArgumentException($"{where}: scores must be finite; row {i}, column {j} is {Labels.Name(scores[i, j])}.");
    }
}
