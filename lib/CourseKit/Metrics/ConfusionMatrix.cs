using CourseKit.Display;

namespace CourseKit.Metrics;

/// <summary>How often each class was taken for each: true classes in rows, predicted ones in columns.</summary>
public sealed class ConfusionMatrix : RichView
{
    private ConfusionMatrix(int[,] counts, IReadOnlyList<string> names) => (Counts, Names) = (counts, names);

    /// <summary>Samples of class i that were predicted as class j, (classes, classes).</summary>
    public int[,] Counts { get; }

    /// <summary>The classes' names, top to bottom and left to right.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Counts who was taken for whom.</summary>
    /// <param name="yTrue">True labels, (n).</param>
    /// <param name="yPred">Predicted labels, (n).</param>
    /// <param name="labels">
    /// The classes to show, in this order, each once; all that occur, ascending, if null. Samples with another label are left out.
    /// </param>
    /// <param name="targetNames">Names of the classes in the same order; the labels themselves if null.</param>
    /// <typeparam name="T">Type of a label: a number, a string, an enum.</typeparam>
    /// <exception cref="ArgumentException">
    /// The lengths differ, there is no sample, <paramref name="labels"/> names no true class or one twice, or there are not as many names
    /// as classes.
    /// </exception>
    public static ConfusionMatrix Of<T>(IReadOnlyList<T> yTrue, IReadOnlyList<T> yPred, IReadOnlyList<T>? labels = null,
        IReadOnlyList<string>? targetNames = null) where T : notnull
    {
        Labels.CheckLengths(nameof(ConfusionMatrix), yTrue.Count, yPred.Count);
        var classes = labels ?? Labels.Sorted(yTrue.Concat(yPred));
        if (targetNames is not null && targetNames.Count != classes.Count)
        {
            throw new ArgumentException(
                $"ConfusionMatrix: one target name per class is required; {targetNames.Count} names for {classes.Count} classes.");
        }
        var index = IndexOf(classes, yTrue);

        var counts = new int[classes.Count, classes.Count];
        for (var i = 0; i < yTrue.Count; i++)
            if (index.TryGetValue(yTrue[i], out var row) && index.TryGetValue(yPred[i], out var column))
                counts[row, column]++;
        return new(counts, targetNames ?? [.. classes.Select(Labels.Name)]);
    }

    /// <summary>The counts as shares.</summary>
    /// <param name="over">What each count is divided by.</param>
    /// <returns>0 to 1, (classes, classes); 0 where there is nothing to divide by.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="over"/> is not one of the three.</exception>
    public double[,] Normalize(NormalizeOver over)
    {
        if (!Enum.IsDefined(over))
            throw new ArgumentOutOfRangeException(nameof(over), $"Normalize: True, Predicted or All is required; received {(int)over}.");
        var classes = Enumerable.Range(0, Names.Count).ToArray();
        var rows = Array.ConvertAll(classes, i => classes.Sum(j => Counts[i, j]));
        var columns = Array.ConvertAll(classes, j => classes.Sum(i => Counts[i, j]));
        var all = rows.Sum();

        var shares = new double[classes.Length, classes.Length];
        foreach (var i in classes)
        {
            foreach (var j in classes)
            {
                var whole = over switch { NormalizeOver.True => rows[i], NormalizeOver.Predicted => columns[j], _ => all };
                shares[i, j] = whole == 0 ? 0 : Counts[i, j] / (double)whole;
            }
        }
        return shares;
    }

    /// <inheritdoc/>
    public override string ToHtml() => ToTable().ToHtml();

    /// <inheritdoc/>
    public override string ToText() => ToTable().ToText();

    /// <inheritdoc/>
    public override string ToString()
    {
        var right = Enumerable.Range(0, Names.Count).Sum(i => Counts[i, i]);
        return string.Create(CultureInfo.InvariantCulture,
            $"ConfusionMatrix: {Names.Count} classes, {Counts.Cast<int>().Sum()} samples, {right} on the diagonal");
    }

    private Table ToTable()
    {
        var table = new Table(["true ╲ predicted", .. Names]) { Sortable = false };
        for (var i = 0; i < Names.Count; i++)
            table.Add([Names[i], .. Enumerable.Range(0, Names.Count).Select(j => (object)Counts[i, j])]);
        return table;
    }

    private static Dictionary<T, int> IndexOf<T>(IReadOnlyList<T> classes, IReadOnlyList<T> yTrue) where T : notnull
    {
        var index = new Dictionary<T, int>();
        foreach (var label in classes)
            if (!index.TryAdd(label, index.Count))
                throw new ArgumentException($"ConfusionMatrix: labels must differ; {Labels.Name(label)} stands twice.");
        if (!yTrue.Any(index.ContainsKey))
        {
            throw new ArgumentException($"ConfusionMatrix: at least one label must occur in yTrue; none of {Labels.List(classes)} does. " +
                $"It holds {Labels.List(Labels.Sorted(yTrue))}.");
        }
        return index;
    }
}
