using CourseKit.Metrics;

namespace CourseKit.Learn;

/// <summary>What those who fit classifiers without knowing which, such as cross-validation, ask of one.</summary>
/// <remarks>Fitting again forgets the former fit. A type whose own <c>Fit</c> returns itself implements this one explicitly.</remarks>
public interface IClassifier
{
    /// <summary>Learns from samples and their labels.</summary>
    /// <param name="x">Samples in rows, features in columns, (n, features).</param>
    /// <param name="y">One label for each row, (n). Labels are names: they need neither start at 0 nor follow each other.</param>
    void Fit(double[,] x, int[] y);

    /// <summary>The label that each row is given, (n).</summary>
    /// <param name="x">Samples in rows, (n, features), as many features as were fitted.</param>
    int[] Predict(double[,] x);

    /// <summary>How well predictions meet <paramref name="y"/>: the <see cref="Accuracy"/> if nothing else is said, 0 to 1.</summary>
    /// <param name="x">Samples in rows, (n, features).</param>
    /// <param name="y">The true label of each row, (n).</param>
    double Score(double[,] x, int[] y) => Accuracy.Of(y, Predict(x));
}
