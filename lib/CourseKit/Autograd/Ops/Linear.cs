using System.Numerics;
using CourseKit.Numerics;
using static System.FormattableString;

namespace CourseKit.Autograd.Ops;

/// <summary>
/// A whole layer in one step: Y = f(X · W + b) with X (n, in), W (in, out), b (out).
/// Backward, with dZ = dY · f′(Y) in the place of dY: dW = Xᵀ · dZ, db = Σ rows of dZ, dX = dZ · Wᵀ.
/// </summary>
internal sealed class Linear<TActivation, T>(Tensor x, Tensor weight, Tensor bias) : Node(x, weight, bias)
    where TActivation : struct, IActivation
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static Tensor Apply(Tensor x, Tensor weight, Tensor bias)
    {
        int rows = x.Shape[0], inputs = weight.Shape[0], units = weight.Shape[1];
        var y = Tensor.Empty([rows, units], x.DType);
        var values = y.Span<T>();
        var offsets = bias.Span<T>();
        for (var start = 0; start < values.Length; start += units)
            offsets.CopyTo(values.Slice(start, units));
        Gemm.Multiply<T>(x.Span<T>(), weight.Span<T>(), values, new GemmShape(rows, units, inputs) { Accumulate = true });
        if (typeof(TActivation) != typeof(Identity))
            Unary<TActivation, T>.Map(y, y);
        return Needed(x, weight) || Needed(bias) ? y.MadeBy(new Linear<TActivation, T>(x, weight, bias)) : y;
    }

    public override void Backward(Tensor output)
    {
        Tensor x = Inputs[0], weight = Inputs[1], bias = Inputs[2];
        var dz = output.GradientSpan<T>();
        if (typeof(TActivation) != typeof(Identity))
            Unary<TActivation, T>.PullBackInPlace(output);
        if (bias.RequiresGrad)
        {
            var db = bias.GradientInto<T>(out var add);
            Reduce.SumOverRows(dz, db, add);
        }
        MatMul<T>.PullBackToRight(x, weight, dz);
        MatMul<T>.PullBackToLeft(x, weight, dz);
    }
}

/// <summary>Checks the shapes and chooses the precision and the function once for a whole operation.</summary>
internal static class Linear
{
    public static Tensor Apply(Tensor x, Tensor weight, Tensor bias, Nonlinearity function)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(weight);
        ArgumentNullException.ThrowIfNull(bias);
        Check.SameType(x, weight, "Linear");
        Check.SameType(weight, bias, "Linear");
        Check.Product(x, weight, "Linear");
        if (bias.Rank != 1 || bias.Shape[0] != weight.Shape[1])
        {
            throw new ArgumentException(Invariant(
                $"Linear: for weights {weight.Shape} a bias ({weight.Shape[1]}) is required; received {bias.Shape}."));
        }
        return x.DType == DType.Float32 ? Apply<float>(x, weight, bias, function) : Apply<double>(x, weight, bias, function);
    }

    private static Tensor Apply<T>(Tensor x, Tensor weight, Tensor bias, Nonlinearity function)
        where T : unmanaged, IFloatingPointIeee754<T> => function switch
        {
            Nonlinearity.Identity => Linear<Identity, T>.Apply(x, weight, bias),
            Nonlinearity.ReLU => Linear<ReLU, T>.Apply(x, weight, bias),
            Nonlinearity.Sigmoid => Linear<Sigmoid, T>.Apply(x, weight, bias),
            Nonlinearity.Tanh => Linear<Tanh, T>.Apply(x, weight, bias),
            _ => throw new ArgumentOutOfRangeException(nameof(function), $"Linear: a known nonlinearity is required; received {function}."),
        };
}
