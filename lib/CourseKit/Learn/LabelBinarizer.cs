using CourseKit.Metrics;

namespace CourseKit.Learn;

/// <summary>Turns labels into the outputs of a network and back: one column per class, or a single column for two classes.</summary>
/// <remarks>Differs from scikit-learn: a label that was not fitted is an error; there its row marks no class, without a word.</remarks>
public sealed class LabelBinarizer
{
    private int[]? _classes;

    /// <summary>The entry of the classes that a sample is not of; 0 if nothing is said.</summary>
    public int NegLabel { get; init; }

    /// <summary>The entry of the class that a sample is of; 1 if nothing is said.</summary>
    public int PosLabel { get; init; } = 1;

    /// <summary>The labels that were fitted, ascending, each once; column k stands for class k.</summary>
    /// <exception cref="InvalidOperationException">Not fitted.</exception>
    public int[] Classes => _classes ?? throw Features.NotFitted(nameof(LabelBinarizer));

    /// <summary>How many columns the classes have: one for one class or two, otherwise one each.</summary>
    private int Columns => Classes.Length <= 2 ? 1 : Classes.Length;

    /// <summary>The class that a column stands for: its own, or of two the larger. That of a single class marks nothing.</summary>
    private int ClassOf(int column) => Classes.Length > 2 ? column : Classes.Length == 2 ? 1 : -1;

    /// <summary>Learns which labels there are.</summary>
    /// <param name="y">Labels, (n).</param>
    /// <returns>This binarizer.</returns>
    /// <exception cref="ArgumentException">There is no label, or <see cref="NegLabel"/> is not below <see cref="PosLabel"/>.</exception>
    public LabelBinarizer Fit(IReadOnlyList<int> y)
    {
        if (NegLabel >= PosLabel)
            throw new ArgumentException($"LabelBinarizer: NegLabel must be below PosLabel; received {NegLabel} and {PosLabel}.");
        if (y.Count == 0)
            throw new ArgumentException("LabelBinarizer.Fit: at least one label is required; y is empty.");
        _classes = Labels.Sorted(y);
        return this;
    }

    /// <summary>Marks the class of each label.</summary>
    /// <param name="y">Labels, (n).</param>
    /// <returns>
    /// (n, classes) with <see cref="PosLabel"/> in the column of the class; for two classes (n, 1) with it for the larger one; for a single
    /// class (n, 1) without it.
    /// </returns>
    /// <exception cref="InvalidOperationException">Not fitted.</exception>
    /// <exception cref="ArgumentException">A label was not fitted.</exception>
    public double[,] Transform(IReadOnlyList<int> y)
    {
        var marks = new double[y.Count, Columns];
        for (var i = 0; i < y.Count; i++)
        {
            var k = Array.BinarySearch(Classes, y[i]);
            if (k < 0)
                throw new ArgumentException($"LabelBinarizer: labels must be fitted ones ({Labels.List(Classes)}); y[{i}] is {y[i]}.");
            for (var j = 0; j < Columns; j++)
                marks[i, j] = k == ClassOf(j) ? PosLabel : NegLabel;
        }
        return marks;
    }

    /// <summary><see cref="Fit"/>, then <see cref="Transform"/> of the same labels.</summary>
    /// <param name="y">Labels, (n).</param>
    /// <returns>As <see cref="Transform"/>.</returns>
    /// <exception cref="ArgumentException">There is no label, or <see cref="NegLabel"/> is not below <see cref="PosLabel"/>.</exception>
    public double[,] FitTransform(IReadOnlyList<int> y) => Fit(y).Transform(y);

    /// <summary>The labels that outputs speak for: that of the largest, the first of equal ones; of two labels by a threshold.</summary>
    /// <param name="outputs">Marks, probabilities or any scores, (n, columns); two classes may also have both columns.</param>
    /// <param name="threshold">Two classes only: above it the larger one is meant. Half way between both marks if null.</param>
    /// <returns>Labels, (n).</returns>
    /// <exception cref="InvalidOperationException">Not fitted.</exception>
    /// <exception cref="ArgumentException">The number of columns does not fit the classes.</exception>
    public int[] InverseTransform(double[,] outputs, double? threshold = null)
    {
        var (rows, columns) = (outputs.GetLength(0), outputs.GetLength(1));
        if (columns != Columns && !(Classes.Length == 2 && columns == 2))
        {
            throw new ArgumentException($"LabelBinarizer.InverseTransform: {Columns} columns are required for {Classes.Length} classes; " +
                $"outputs are ({rows}, {columns}).");
        }
        var limit = threshold ?? (NegLabel + PosLabel) / 2.0;
        return [.. Enumerable.Range(0, rows).Select(i => Classes[Classes.Length switch
        {
            1 => 0,
            2 => outputs[i, columns - 1] > limit ? 1 : 0,
            _ => Largest(outputs, i),
        }])];
    }

    private static int Largest(double[,] outputs, int row)
    {
        var best = 0;
        for (var j = 1; j < outputs.GetLength(1); j++)
            if (outputs[row, j] > outputs[row, best])
                best = j;
        return best;
    }
}
