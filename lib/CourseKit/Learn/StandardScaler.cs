using System.Numerics;

namespace CourseKit.Learn;

/// <summary>Brings every feature to mean 0 and variance 1: z = (x − μ) / σ.</summary>
/// <remarks>
/// Computes what scikit-learn 1.2's <c>StandardScaler</c> computes, in its order. σ divides by n, not by n − 1. A feature that does not
/// vary beyond rounding has scale 1. NaN stands for a missing value: fitting leaves it out, transforming leaves it alone. Float input is
/// fitted in double.
/// </remarks>
public sealed class StandardScaler
{
    private (double[] Mean, double[] Var, double[] Scale)? _fitted;

    /// <summary>Whether <see cref="Transform(double[,])"/> takes the mean away; true if nothing is said.</summary>
    public bool WithMean { get; init; } = true;

    /// <summary>Whether <see cref="Transform(double[,])"/> divides by the standard deviation; true if nothing is said.</summary>
    public bool WithStd { get; init; } = true;

    /// <summary>μ of each feature, (features).</summary>
    /// <exception cref="InvalidOperationException">Not fitted.</exception>
    public double[] Mean => Fitted.Mean;

    /// <summary>σ² of each feature, (features).</summary>
    /// <exception cref="InvalidOperationException">Not fitted.</exception>
    public double[] Var => Fitted.Var;

    /// <summary>What each feature is divided by, (features): σ, or 1 for a constant.</summary>
    /// <exception cref="InvalidOperationException">Not fitted.</exception>
    public double[] Scale => Fitted.Scale;

    private (double[] Mean, double[] Var, double[] Scale) Fitted => _fitted ?? throw Features.NotFitted(nameof(StandardScaler));

    /// <summary>Learns mean and variance of each feature.</summary>
    /// <param name="x">Samples in rows, (n, features).</param>
    /// <returns>This scaler.</returns>
    /// <exception cref="ArgumentException">There is no entry, or one is infinite.</exception>
    public StandardScaler Fit(double[,] x) => FitTo(x);

    /// <inheritdoc cref="Fit(double[,])"/>
    public StandardScaler Fit(float[,] x) => FitTo(x);

    /// <summary>Scales samples with what was learned.</summary>
    /// <param name="x">Samples in rows, (n, features).</param>
    /// <returns>A new matrix of the same shape.</returns>
    /// <exception cref="InvalidOperationException">Not fitted.</exception>
    /// <exception cref="ArgumentException">The number of features is another one, there is no row, or an entry is infinite.</exception>
    public double[,] Transform(double[,] x) => Forward(x);

    /// <inheritdoc cref="Transform(double[,])"/>
    public float[,] Transform(float[,] x) => Forward(x);

    /// <summary><see cref="Fit(double[,])"/>, then <see cref="Transform(double[,])"/> of the same samples.</summary>
    /// <param name="x">Samples in rows, (n, features).</param>
    /// <returns>A new matrix of the same shape.</returns>
    /// <exception cref="ArgumentException">There is no entry, or one is infinite.</exception>
    public double[,] FitTransform(double[,] x) => Fit(x).Transform(x);

    /// <inheritdoc cref="FitTransform(double[,])"/>
    public float[,] FitTransform(float[,] x) => Fit(x).Transform(x);

    /// <summary>Undoes <see cref="Transform(double[,])"/>: x = z · σ + μ.</summary>
    /// <param name="z">Scaled samples in rows, (n, features).</param>
    /// <returns>A new matrix of the same shape.</returns>
    /// <exception cref="InvalidOperationException">Not fitted.</exception>
    /// <exception cref="ArgumentException">The number of features is another one, there is no row, or an entry is infinite.</exception>
    public double[,] InverseTransform(double[,] z) => Backward(z);

    /// <inheritdoc cref="InverseTransform(double[,])"/>
    public float[,] InverseTransform(float[,] z) => Backward(z);

    /// <summary>Two passes with a correction for the rounding of the first (Chan, Golub and LeVeque 1983, equation 1.7).</summary>
    private StandardScaler FitTo<T>(T[,] x) where T : IFloatingPointIeee754<T>
    {
        Features.CheckValues("StandardScaler.Fit", x);
        var n = Features.Fold(x, 0.0, (count, value, _) => T.IsNaN(value) ? count : count + 1);
        var mean = Features.Sums(x, (value, _) => value);
        for (var j = 0; j < n.Length; j++)
            mean[j] /= n[j];
        var errors = Features.Sums(x, (value, j) => value - mean[j]);
        var squares = Features.Sums(x, (value, j) => (value - mean[j]) * (value - mean[j]));

        var (var, scale) = (new double[n.Length], new double[n.Length]);
        for (var j = 0; j < n.Length; j++)
        {
            var[j] = (squares[j] - errors[j] * errors[j] / n[j]) / n[j];
            scale[j] = IsConstant(var[j], mean[j], n[j]) ? 1 : Math.Sqrt(var[j]);
        }
        _fitted = (mean, var, scale);
        return this;
    }

    /// <summary>Whether the variance of n values is no more than the rounding of its two passes.</summary>
    private static bool IsConstant(double var, double mean, double n)
    {
        var epsilon = double.BitIncrement(1.0) - 1.0;
        return var <= n * epsilon * var + n * mean * epsilon * (n * mean * epsilon);
    }

    private T[,] Forward<T>(T[,] x) where T : IFloatingPointIeee754<T>
    {
        var (mean, _, scale) = Fitted;
        return Features.Map("StandardScaler.Transform", x, mean.Length, (value, j) =>
        {
            if (WithMean)
                value = T.CreateTruncating(double.CreateTruncating(value) - mean[j]);
            return WithStd ? T.CreateTruncating(double.CreateTruncating(value) / scale[j]) : value;
        });
    }

    private T[,] Backward<T>(T[,] z) where T : IFloatingPointIeee754<T>
    {
        var (mean, _, scale) = Fitted;
        return Features.Map("StandardScaler.InverseTransform", z, mean.Length, (value, j) =>
        {
            if (WithStd)
                value = T.CreateTruncating(double.CreateTruncating(value) * scale[j]);
            return WithMean ? T.CreateTruncating(double.CreateTruncating(value) + mean[j]) : value;
        });
    }
}
