using CourseKit.Data.Files;

namespace CourseKit.Data;

/// <summary>Labelled rows of numbers: points in the plane, a table from a CSV file.</summary>
public sealed class TabularDataset : Dataset<TabularDataset>
{
    private readonly double[,] _rows;

    /// <summary>Puts rows and labels together; nothing is copied.</summary>
    /// <param name="info">What the rows are.</param>
    /// <param name="x">One row per example (n, d).</param>
    /// <param name="y">Label of each row (n).</param>
    /// <param name="featureNames">Names of the columns (d). Default: x1, x2, ….</param>
    /// <exception cref="ArgumentException">Rows and labels differ in number, columns and names do, or a label is out of range.</exception>
    public TabularDataset(DatasetInfo info, double[,] x, int[] y, IReadOnlyList<string>? featureNames = null)
        : base(info, y)
    {
        ArgumentNullException.ThrowIfNull(x);
        var columns = x.GetLength(1);
        FeatureNames = featureNames ?? [.. Enumerable.Range(1, columns).Select(i => string.Create(CultureInfo.InvariantCulture, $"x{i}"))];
        if (x.GetLength(0) != y.Length || FeatureNames.Count != columns)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"{info.Name}: X ({y.Length}, {FeatureNames.Count}) is required, a row per label and a column per name; ") +
                string.Create(CultureInfo.InvariantCulture, $"({x.GetLength(0)}, {columns}) received."));
        _rows = x;
    }

    /// <summary>Names of the columns of X.</summary>
    public IReadOnlyList<string> FeatureNames { get; }

    private protected override string Noun => "example";

    /// <inheritdoc/>
    public override string ToString() => $"{Title} of {string.Join(", ", FeatureNames.Take(8))}{(FeatureNames.Count > 8 ? ", …" : "")}";

    private protected override TabularDataset Range(int start, int count)
    {
        var rows = new double[count, FeatureNames.Count];
        Array.Copy(_rows, (long)start * FeatureNames.Count, rows, 0, rows.LongLength);
        return new TabularDataset(Info, rows, Y[start..(start + count)], FeatureNames);
    }

    private protected override TabularDataset TakeRows(ReadOnlySpan<int> indices)
    {
        var rows = new double[indices.Length, FeatureNames.Count];
        var y = new int[indices.Length];
        for (var i = 0; i < indices.Length; i++)
        {
            Array.Copy(_rows, (long)indices[i] * FeatureNames.Count, rows, (long)i * FeatureNames.Count, FeatureNames.Count);
            y[i] = Y[indices[i]];
        }
        return new TabularDataset(Info, rows, y, FeatureNames);
    }

    private protected override float[] FloatRow(int index) =>
        [.. Enumerable.Range(0, FeatureNames.Count).Select(column => (float)_rows[index, column])];

    private protected override NdArray ToNdArray() => NdArray.From(_rows);

    private protected override double[,] MakeX() => _rows;
}
