using System.Numerics;

namespace CourseKit.Learn;

/// <summary>Brings every feature into a range, by default 0 to 1: its smallest value to the lower end, its largest to the upper.</summary>
/// <remarks>
/// Computes what scikit-learn 1.2's <c>MinMaxScaler</c> computes: x · <see cref="Scale"/> + <see cref="Min"/>. A constant feature comes to
/// the lower end. NaN stands for a missing value: fitting leaves it out, transforming leaves it alone. Float input is computed in float.
/// </remarks>
public sealed class MinMaxScaler
{
    private FittedRange? _fitted;

    /// <summary>Where the smallest and the largest value come to; 0 and 1 if nothing is said.</summary>
    public (double Low, double High) FeatureRange { get; init; } = (0, 1);

    /// <summary>Whether values beyond those fitted are cut off at the ends of the range; false if nothing is said.</summary>
    public bool Clip { get; init; }

    /// <summary>The smallest value of each feature, (features).</summary>
    /// <exception cref="InvalidOperationException">Not fitted.</exception>
    public double[] DataMin => Fitted.DataMin;

    /// <summary>The largest value of each feature, (features).</summary>
    /// <exception cref="InvalidOperationException">Not fitted.</exception>
    public double[] DataMax => Fitted.DataMax;

    /// <summary><see cref="DataMax"/> − <see cref="DataMin"/>, (features).</summary>
    /// <exception cref="InvalidOperationException">Not fitted.</exception>
    public double[] DataRange => Fitted.DataRange;

    /// <summary>What each feature is multiplied by, (features).</summary>
    /// <exception cref="InvalidOperationException">Not fitted.</exception>
    public double[] Scale => Fitted.Scale;

    /// <summary>What is added to each feature after that, (features).</summary>
    /// <exception cref="InvalidOperationException">Not fitted.</exception>
    public double[] Min => Fitted.Min;

    private FittedRange Fitted => _fitted ?? throw Features.NotFitted(nameof(MinMaxScaler));

    /// <summary>Learns the range of each feature.</summary>
    /// <param name="x">Samples in rows, (n, features).</param>
    /// <returns>This scaler.</returns>
    /// <exception cref="ArgumentException">There is no entry, one is infinite, or <see cref="FeatureRange"/> is empty.</exception>
    public MinMaxScaler Fit(double[,] x) => FitTo(x);

    /// <inheritdoc cref="Fit(double[,])"/>
    public MinMaxScaler Fit(float[,] x) => FitTo(x);

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
    /// <exception cref="ArgumentException">There is no entry, one is infinite, or <see cref="FeatureRange"/> is empty.</exception>
    public double[,] FitTransform(double[,] x) => Fit(x).Transform(x);

    /// <inheritdoc cref="FitTransform(double[,])"/>
    public float[,] FitTransform(float[,] x) => Fit(x).Transform(x);

    /// <summary>Undoes <see cref="Transform(double[,])"/>, but for what <see cref="Clip"/> cut off.</summary>
    /// <param name="z">Scaled samples in rows, (n, features).</param>
    /// <returns>A new matrix of the same shape.</returns>
    /// <exception cref="InvalidOperationException">Not fitted.</exception>
    /// <exception cref="ArgumentException">The number of features is another one, there is no row, or an entry is infinite.</exception>
    public double[,] InverseTransform(double[,] z) => Backward(z);

    /// <inheritdoc cref="InverseTransform(double[,])"/>
    public float[,] InverseTransform(float[,] z) => Backward(z);

    private MinMaxScaler FitTo<T>(T[,] x) where T : IFloatingPointIeee754<T>
    {
        if (!(FeatureRange.Low < FeatureRange.High))
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"MinMaxScaler: FeatureRange must go up; received {FeatureRange.Low} to {FeatureRange.High}."));
        }
        Features.CheckValues("MinMaxScaler.Fit", x);
        var min = Features.Fold(x, T.NaN, (smallest, value, _) => T.MinNumber(smallest, value));
        var max = Features.Fold(x, T.NaN, (largest, value, _) => T.MaxNumber(largest, value));
        T[] range = [.. max.Zip(min, (high, low) => high - low)];
        var tiny = T.CreateTruncating(10) * (T.BitIncrement(T.One) - T.One);
        var width = T.CreateTruncating(FeatureRange.High - FeatureRange.Low);
        T[] scale = [.. range.Select(span => width / (span < tiny ? T.One : span))];
        T[] shift = [.. min.Zip(scale, (low, factor) => T.CreateTruncating(FeatureRange.Low) - low * factor)];
        _fitted = new(Doubles(min), Doubles(max), Doubles(range), Doubles(scale), Doubles(shift));
        return this;

        static double[] Doubles(T[] values) => Array.ConvertAll(values, double.CreateTruncating);
    }

    private T[,] Forward<T>(T[,] x) where T : IFloatingPointIeee754<T>
    {
        var fitted = Fitted;
        var (low, high) = (T.CreateTruncating(FeatureRange.Low), T.CreateTruncating(FeatureRange.High));
        return Features.Map("MinMaxScaler.Transform", x, fitted.Scale.Length, (value, j) =>
        {
            value = T.CreateTruncating(double.CreateTruncating(value) * fitted.Scale[j]);
            value = T.CreateTruncating(double.CreateTruncating(value) + fitted.Min[j]);
            return Clip && !T.IsNaN(value) ? T.Clamp(value, low, high) : value;
        });
    }

    private T[,] Backward<T>(T[,] z) where T : IFloatingPointIeee754<T>
    {
        var fitted = Fitted;
        return Features.Map("MinMaxScaler.InverseTransform", z, fitted.Scale.Length, (value, j) =>
        {
            value = T.CreateTruncating(double.CreateTruncating(value) - fitted.Min[j]);
            return T.CreateTruncating(double.CreateTruncating(value) / fitted.Scale[j]);
        });
    }

    /// <summary>What fitting found, (features) each. Numbers fitted in float are kept in double, which holds them exactly.</summary>
    private sealed record FittedRange(double[] DataMin, double[] DataMax, double[] DataRange, double[] Scale, double[] Min);
}
