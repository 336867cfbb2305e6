namespace CourseKit.Data;

/// <summary>What every label must satisfy.</summary>
internal static class Labels
{
    /// <exception cref="ArgumentException">A label is not in 0 … <paramref name="classes"/> − 1.</exception>
    public static void Check(string where, ReadOnlySpan<int> labels, int classes)
    {
        for (var i = 0; i < labels.Length; i++)
            if ((uint)labels[i] >= (uint)classes)
                throw new ArgumentException(FormattableString.Invariant(
                    $"{where}: labels from 0 to {classes - 1} are required, one for each class; example {i} has {labels[i]}."));
    }
}
