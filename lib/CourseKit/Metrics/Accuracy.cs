namespace CourseKit.Metrics;

/// <summary>The share of samples whose label was predicted.</summary>
public static class Accuracy
{
    /// <returns>Equal labels divided by all, 0 to 1.</returns>
    /// <param name="yTrue">True labels, (n).</param>
    /// <param name="yPred">Predicted labels, (n).</param>
    /// <typeparam name="T">Type of a label: a number, a string, an enum.</typeparam>
    /// <exception cref="ArgumentException">The lengths differ, or there is no sample.</exception>
    public static double Of<T>(IReadOnlyList<T> yTrue, IReadOnlyList<T> yPred) where T : notnull
    {
        Labels.CheckLengths("Accuracy", yTrue.Count, yPred.Count);
        var hits = 0;
        for (var i = 0; i < yTrue.Count; i++)
            if (EqualityComparer<T>.Default.Equals(yTrue[i], yPred[i]))
                hits++;
        return hits / (double)yTrue.Count;
    }
}
