namespace CourseKit.Metrics;

/// <summary>The coefficient of determination, 1 − Σ(y − ŷ)² / Σ(y − ȳ)²: the share of the variance that the predictions explain.</summary>
/// <remarks>
/// 1 is perfect, 0 is as good as always predicting the mean, and there is no lower bound. Where all true values are equal it is 1 if every
/// prediction is exact and 0 if not. Of less than two samples it is not defined: NaN. All this as in scikit-learn.
/// </remarks>
public static class R2
{
    /// <summary>The score of one output.</summary>
    /// <returns>At most 1; NaN for a single sample.</returns>
    /// <param name="yTrue">True values, (n).</param>
    /// <param name="yPred">Predicted values, (n).</param>
    /// <exception cref="ArgumentException">The lengths differ, there is no sample, or a value is not finite.</exception>
    public static double Of(IReadOnlyList<double> yTrue, IReadOnlyList<double> yPred) =>
        Score(Targets.Checked("R2", yTrue, yPred), columns: 1);

    /// <summary>The mean score of several outputs, each counting the same.</summary>
    /// <returns>At most 1; NaN for a single sample.</returns>
    /// <param name="yTrue">True values, (n, outputs).</param>
    /// <param name="yPred">Predicted values, (n, outputs).</param>
    /// <exception cref="ArgumentException">The shapes differ, there is no sample, or a value is not finite.</exception>
    public static double Of(double[,] yTrue, double[,] yPred)
    {
        var outputs = Targets.Columns("R2", yTrue, yPred);
        return PairwiseSum.Mean([.. outputs.Select(output => Score(output, outputs.Length))]);
    }

    private static double Score((double[] True, double[] Predicted) output, int columns)
    {
        if (output.True.Length < 2)
            return double.NaN;
        var mean = PairwiseSum.OfColumn(output.True, columns) / output.True.Length;
        var unexplained = PairwiseSum.OfColumn(Targets.SquaredErrors(output), columns);
        var variance = PairwiseSum.OfColumn([.. output.True.Select(value => (value - mean) * (value - mean))], columns);
        if (unexplained == 0)
            return 1;
        return variance == 0 ? 0 : 1 - unexplained / variance;
    }
}
