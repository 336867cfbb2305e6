using System.Numerics;
using System.Runtime.InteropServices;

namespace CourseKit.Numerics;

/// <summary>The two-dimensional convolution of deep learning (a cross-correlation: filters are not mirrored) and its gradients.</summary>
/// <remarks>
/// Each is a matrix product with the patches under the window, which are gathered a few rows at a time and never stand in memory
/// as a whole (K. Chellapilla, S. Puri, P. Simard, High Performance Convolutional Neural Networks for Document Processing, 2006).
/// Deterministic as <see cref="Gemm"/> is. <c>T</c> is float or double.
/// </remarks>
public static class Convolution
{
    /// <summary>y = x ∗ weight + bias.</summary>
    /// <param name="x">(n, c, h, w)</param>
    /// <param name="weight">(f, c, kh, kw)</param>
    /// <param name="bias">(f), or empty for none.</param>
    /// <param name="y">(n, f, oh, ow)</param>
    /// <param name="shape">The sizes, the step and the padding.</param>
    /// <exception cref="ArgumentException">A span is not as long as its array.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public static void Forward<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> weight, ReadOnlySpan<T> bias, Span<T> y, ConvolutionShape shape)
        where T : struct, INumberBase<T> => Run<T>(Pass.Forward, new(Mutable(x), Mutable(weight), Mutable(bias), y), shape, add: false);

    /// <summary>dx = [dx +] the gradient of y in x, given that of the result.</summary>
    /// <param name="dy">(n, f, oh, ow)</param>
    /// <param name="weight">(f, c, kh, kw)</param>
    /// <param name="dx">(n, c, h, w)</param>
    /// <param name="shape">The sizes, the step and the padding.</param>
    /// <param name="add">Add to what is there.</param>
    /// <exception cref="ArgumentException">A span is not as long as its array.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public static void BackToInput<T>(ReadOnlySpan<T> dy, ReadOnlySpan<T> weight, Span<T> dx, ConvolutionShape shape, bool add)
        where T : struct, INumberBase<T> => Run<T>(Pass.BackToInput, new(dx, Mutable(weight), [], Mutable(dy)), shape, add);

    /// <summary>dweight = [dweight +] the gradient of y in the weights, given that of the result.</summary>
    /// <param name="x">(n, c, h, w)</param>
    /// <param name="dy">(n, f, oh, ow)</param>
    /// <param name="dweight">(f, c, kh, kw)</param>
    /// <param name="shape">The sizes, the step and the padding.</param>
    /// <param name="add">Add to what is there.</param>
    /// <exception cref="ArgumentException">A span is not as long as its array.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither float nor double.</exception>
    public static void BackToWeight<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> dy, Span<T> dweight, ConvolutionShape shape, bool add)
        where T : struct, INumberBase<T> => Run<T>(Pass.BackToWeight, new(Mutable(x), dweight, [], Mutable(dy)), shape, add);

    private enum Pass
    {
        Forward,
        BackToInput,
        BackToWeight,
    }

    private static Span<T> Mutable<T>(ReadOnlySpan<T> values) =>
        MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(values), values.Length);

    private static void Run<T>(Pass pass, Operands<T> operands, ConvolutionShape shape, bool add)
        where T : struct, INumberBase<T>
    {
        shape.Check(operands.X.Length, operands.Weight.Length, operands.Y.Length);
        if (typeof(T) == typeof(float))
            Pin(pass, operands.Cast<float>(), shape, add);
        else if (typeof(T) == typeof(double))
            Pin(pass, operands.Cast<double>(), shape, add);
        else
            throw new NotSupportedException(
                $"Convolution: float or double is required; received {typeof(T).Name}. Convert the arrays first.");
    }

    private static unsafe void Pin<T>(Pass pass, Operands<T> operands, ConvolutionShape shape, bool add)
        where T : unmanaged, INumberBase<T>
    {
        fixed (T* x = operands.X, weight = operands.Weight, bias = operands.Bias, y = operands.Y)
        {
            switch (pass)
            {
                case Pass.Forward:
                    new ConvolutionForward<T>(x, weight, bias, y, shape).Run();
                    break;
                case Pass.BackToInput:
                    new ConvolutionToInput<T>(y, weight, x, shape, add).Run();
                    break;
                default:
                    new ConvolutionToWeight<T>(x, y, weight, shape).Run(add);
                    break;
            }
        }
    }

    private readonly ref struct Operands<T>(Span<T> x, Span<T> weight, Span<T> bias, Span<T> y)
        where T : struct
    {
        public readonly Span<T> X = x, Weight = weight, Bias = bias, Y = y;

        public Operands<TTo> Cast<TTo>()
            where TTo : struct => new(
                MemoryMarshal.Cast<T, TTo>(X),
                MemoryMarshal.Cast<T, TTo>(Weight),
                MemoryMarshal.Cast<T, TTo>(Bias),
                MemoryMarshal.Cast<T, TTo>(Y));
    }
}
