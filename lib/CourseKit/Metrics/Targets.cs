namespace CourseKit.Metrics;

/// <summary>True and predicted values of one or more outputs, checked and cut into columns.</summary>
internal static class Targets
{
    /// <param name="where">The name that the user called.</param>
    /// <param name="yTrue">True values, (n).</param>
    /// <param name="yPred">Predicted values, (n).</param>
    public static (double[] True, double[] Predicted) Checked(string where, IReadOnlyList<double> yTrue, IReadOnlyList<double> yPred)
    {
        Labels.CheckLengths(where, yTrue.Count, yPred.Count);
        double[] t = [.. yTrue], p = [.. yPred];
        CheckFinite(where, "yTrue", t);
        CheckFinite(where, "yPred", p);
        return (t, p);
    }

    /// <param name="where">The name that the user called.</param>
    /// <param name="yTrue">True values, (n, outputs).</param>
    /// <param name="yPred">Predicted values, (n, outputs).</param>
    public static (double[] True, double[] Predicted)[] Columns(string where, double[,] yTrue, double[,] yPred)
    {
        var (rows, columns) = (yTrue.GetLength(0), yTrue.GetLength(1));
        if ((rows, columns) != (yPred.GetLength(0), yPred.GetLength(1)) || yTrue.Length == 0)
        {
            throw new ArgumentException($"{where}: yTrue and yPred must have the same shape and at least one entry; " +
                $"received ({rows}, {columns}) and ({yPred.GetLength(0)}, {yPred.GetLength(1)}).");
        }
        return [.. Enumerable.Range(0, columns).Select(j => Checked(where, Column(yTrue, j), Column(yPred, j)))];
    }

    public static double[] SquaredErrors((double[] True, double[] Predicted) output) =>
        [.. output.True.Zip(output.Predicted, (t, p) => (t - p) * (t - p))];

    private static double[] Column(double[,] values, int column)
    {
        var picked = new double[values.GetLength(0)];
        for (var i = 0; i < picked.Length; i++)
            picked[i] = values[i, column];
        return picked;
    }

    private static void CheckFinite(string where, string name, double[] values)
    {
        var index = Array.FindIndex(values, value => !double.IsFinite(value));
        if (index >= 0)
            throw new ArgumentException($"{where}: values must be finite; {name}[{index}] is {Labels.Name(values[index])}.");
    }
}
