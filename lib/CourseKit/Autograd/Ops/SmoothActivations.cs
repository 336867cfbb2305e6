using System.Numerics.Tensors;
using CourseKit.Numerics;

namespace CourseKit.Autograd.Ops;

/// <summary>y = x Φ(x) with Φ the normal distribution, slope Φ(x) + x φ(x) with φ(x) = e^(−x²/2) / √(2π).</summary>
/// <remarks>D. Hendrycks, K. Gimpel, Gaussian Error Linear Units, 2016, section 2; exact, not by tanh.</remarks>
internal readonly struct GELU : IUnaryOp
{
    static void IUnaryOp.Value<T>(ReadOnlySpan<T> x, Span<T> y)
    {
        for (var i = 0; i < x.Length; i++)
            y[i] = x[i] * T.CreateChecked(ErrorFunction.Normal(double.CreateChecked(x[i])));
    }

    static void IUnaryOp.Slope<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> slope)
    {
        for (var i = 0; i < x.Length; i++)
        {
            var value = double.CreateChecked(x[i]);
            var density = Math.Exp(-0.5 * value * value) / Math.Sqrt(2 * Math.PI);
            slope[i] = T.CreateChecked(ErrorFunction.Normal(value) + (value * density));
        }
    }
}

/// <summary>y = x σ(x) with σ the sigmoid, slope σ + y (1 − σ). Also called swish.</summary>
/// <remarks>S. Elfwing, E. Uchibe, K. Doya, Sigmoid-weighted linear units, Neural Networks 107 (2018), eq. 5 and 6.</remarks>
internal readonly struct SiLU : IUnaryOp
{
    static void IUnaryOp.Value<T>(ReadOnlySpan<T> x, Span<T> y)
    {
        Exponentials.Sigmoid(x, y);
        TensorPrimitives.Multiply(y, x, y);
    }

    static void IUnaryOp.Slope<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> slope)
    {
        Exponentials.Sigmoid(x, slope);
        for (var i = 0; i < x.Length; i++)
            slope[i] += y[i] * (T.One - slope[i]);
    }
}

/// <summary>y = ln(1 + eˣ) = max(x, 0) + ln(1 + e^−|x|), slope the sigmoid of x.</summary>
internal readonly struct Softplus : IUnaryOp
{
    static void IUnaryOp.Value<T>(ReadOnlySpan<T> x, Span<T> y)
    {
        for (var i = 0; i < x.Length; i++)
            y[i] = T.Max(x[i], T.Zero) + NearZero.LogP1(T.Exp(-T.Abs(x[i])));
    }

    static void IUnaryOp.Slope<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> slope) => Exponentials.Sigmoid(x, slope);
}
