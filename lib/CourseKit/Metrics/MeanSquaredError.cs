namespace CourseKit.Metrics;

/// <summary>The mean of the squared differences, Σ(y − ŷ)² / n.</summary>
public static class MeanSquaredError
{
    /// <summary>The error of one output.</summary>
    /// <returns>0 or more, in the square of the values' unit.</returns>
    /// <param name="yTrue">True values, (n).</param>
    /// <param name="yPred">Predicted values, (n).</param>
    /// <exception cref="ArgumentException">The lengths differ, there is no sample, or a value is not finite.</exception>
    public static double Of(IReadOnlyList<double> yTrue, IReadOnlyList<double> yPred) =>
        Mean(Targets.Checked("MeanSquaredError", yTrue, yPred), columns: 1);

    /// <summary>The mean error of several outputs, each counting the same.</summary>
    /// <returns>0 or more, in the square of the values' unit.</returns>
    /// <param name="yTrue">True values, (n, outputs).</param>
    /// <param name="yPred">Predicted values, (n, outputs).</param>
    /// <exception cref="ArgumentException">The shapes differ, there is no sample, or a value is not finite.</exception>
    public static double Of(double[,] yTrue, double[,] yPred)
    {
        var outputs = Targets.Columns("MeanSquaredError", yTrue, yPred);
        return PairwiseSum.Mean([.. outputs.Select(output => Mean(output, outputs.Length))]);
    }

    private static double Mean((double[] True, double[] Predicted) output, int columns) =>
        PairwiseSum.OfColumn(Targets.SquaredErrors(output), columns) / output.True.Length;
}
