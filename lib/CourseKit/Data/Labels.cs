namespace CourseKit.Data;

/// <summary>Class labels 0 … k − 1.</summary>
internal static class Labels
{
    /// <summary>Each label as a row of zeros with a single one (n, k).</summary>
    /// <param name="labels">Labels (n), each 0 … k − 1.</param>
    /// <param name="classes">Number of classes k.</param>
    public static double[,] OneHot(ReadOnlySpan<int> labels, int classes)
    {
        var rows = new double[labels.Length, classes];
        for (var i = 0; i < labels.Length; i++)
            rows[i, labels[i]] = 1;
        return rows;
    }

    /// <exception cref="ArgumentException">A label is not in 0 … <paramref name="classes"/> − 1.</exception>
    internal static void Check(string where, ReadOnlySpan<int> labels, int classes)
    {
        for (var i = 0; i < labels.Length; i++)
            if ((uint)labels[i] >= (uint)classes)
                throw new ArgumentException(FormattableString.Invariant(
                    $"{where}: labels from 0 to {classes - 1} are required, one for each class; example {i} has {labels[i]}."));
    }
}
