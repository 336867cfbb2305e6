using CourseKit.Metrics;

namespace CourseKit.Learn;

/// <summary>What those who fit regressors without knowing which, such as cross-validation, ask of one.</summary>
/// <remarks>Fitting again forgets the former fit. A type whose own <c>Fit</c> returns itself implements this one explicitly.</remarks>
public interface IRegressor
{
    /// <summary>Learns from samples and their target values.</summary>
    /// <param name="x">Samples in rows, features in columns, (n, features).</param>
    /// <param name="y">One value for each row, (n).</param>
    void Fit(double[,] x, double[] y);

    /// <summary>The value that each row is given, (n).</summary>
    /// <param name="x">Samples in rows, (n, features), as many features as were fitted.</param>
    double[] Predict(double[,] x);

    /// <summary>How well predictions meet <paramref name="y"/>: <see cref="R2"/> if nothing else is said, at most 1.</summary>
    /// <param name="x">Samples in rows, (n, features).</param>
    /// <param name="y">The true value of each row, (n).</param>
    double Score(double[,] x, double[] y) => R2.Of(y, Predict(x));
}
