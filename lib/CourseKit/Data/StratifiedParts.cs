namespace CourseKit.Data;

/// <summary>Deals samples to parts that have the classes in about the same proportions, as scikit-learn's <c>StratifiedKFold</c>.</summary>
internal static class StratifiedParts
{
    /// <summary>The samples of each class, classes in the order in which they appear, so that renaming them changes nothing.</summary>
    public static int[][] ClassesOf<T>(IEnumerable<T> labels)
        where T : notnull =>
        [.. labels.Select((label, i) => (label, i)).GroupBy(pair => pair.label, pair => pair.i).Select(members => members.ToArray())];

    /// <summary>
    /// For each sample its part, 0..parts−1: samples sorted by class are dealt round, and each class gives those that it got to its samples
    /// in ascending order.
    /// </summary>
    /// <param name="classes">The samples of each class; every sample in one.</param>
    /// <param name="parts">1 or more.</param>
    /// <param name="shuffle">Rearranges the parts that a class got, before its samples take them; null for not.</param>
    public static int[] Deal(int[][] classes, int parts, Action<int[]>? shuffle = null)
    {
        var partOf = new int[classes.Sum(members => members.Length)];
        var start = 0;
        foreach (var members in classes)
        {
            int[] dealt = [.. Enumerable.Range(start, members.Length).Select(i => i % parts).Order()];
            shuffle?.Invoke(dealt);
            for (var i = 0; i < members.Length; i++)
                partOf[members[i]] = dealt[i];
            start += members.Length;
        }
        return partOf;
    }
}
