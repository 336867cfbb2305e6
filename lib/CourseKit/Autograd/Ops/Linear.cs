using System.Numerics;
using CourseKit.Numerics;
using static System.FormattableString;

namespace CourseKit.Autograd.Ops;

/// <summary>
/// A whole layer in one step: Y = f(X · W + b) with X (n, in), W (in, out) or stored transposed (out, in), b (out) or none.
/// Backward, with dZ = dY · f′(Y) in the place of dY: dW = Xᵀ · dZ, db = Σ rows of dZ, dX = dZ · Wᵀ.
/// </summary>
internal sealed class Linear<TActivation, T>(Tensor x, Tensor weight, Tensor? bias, bool unitsFirst) :
    Node(bias is null ? [x, weight] : [x, weight, bias])
    where TActivation : struct, IActivation
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static Tensor Apply(Tensor x, Tensor weight, Tensor? bias, bool unitsFirst)
    {
        int rows = x.Shape[0], inputs = x.Shape[1], units = weight.Shape[unitsFirst ? 0 : 1];
        var y = Tensor.Empty([rows, units], x.DType);
        var values = y.Span<T>();
        if (bias is not null)
            Repeat(bias.Span<T>(), values);
        var shape = new GemmShape(rows, units, inputs) { TransposeB = unitsFirst, Accumulate = bias is not null };
        Gemm.Multiply<T>(x.Span<T>(), weight.Span<T>(), values, shape);
        if (typeof(TActivation) != typeof(Identity))
            Unary<TActivation, T>.Map(y, y);
        return Needed(x, weight) || (bias is not null && Needed(bias))
            ? y.MadeBy(new Linear<TActivation, T>(x, weight, bias, unitsFirst))
            : y;
    }

    public override void Backward(Tensor output)
    {
        Tensor x = Inputs[0], weight = Inputs[1];
        var dz = output.GradientSpan<T>();
        if (typeof(TActivation) != typeof(Identity))
            Unary<TActivation, T>.PullBackInPlace(output);
        if (Inputs is [_, _, { RequiresGrad: true } bias])
        {
            var db = bias.GradientInto<T>(out var add);
            Reduce.SumOverRows(dz, db, add);
        }
        if (unitsFirst)
        {
            PullBackToTransposed(x, weight, dz);
        }
        else
        {
            MatMul<T>.PullBackToRight(x, weight, dz);
            MatMul<T>.PullBackToLeft(x, weight, dz);
        }
    }

    private static void Repeat(ReadOnlySpan<T> row, Span<T> rows)
    {
        for (var start = 0; start < rows.Length; start += row.Length)
            row.CopyTo(rows.Slice(start, row.Length));
    }

    // dWᵀ = dZᵀ · X and dX = dZ · Wᵀᵀ, with Wᵀ as it is stored.
    private static void PullBackToTransposed(Tensor x, Tensor weight, ReadOnlySpan<T> dz)
    {
        int rows = x.Shape[0], inputs = x.Shape[1], units = weight.Shape[0];
        if (weight.RequiresGrad)
        {
            var dw = weight.GradientInto<T>(out var add);
            Gemm.Multiply(dz, x.Span<T>(), dw, new GemmShape(units, inputs, rows) { TransposeA = true, Accumulate = add });
        }
        if (x.RequiresGrad)
        {
            var dx = x.GradientInto<T>(out var add);
            Gemm.Multiply(dz, weight.Span<T>(), dx, new GemmShape(rows, inputs, units) { Accumulate = add });
        }
    }
}

/// <summary>Checks the shapes and chooses the precision and the function once for a whole operation.</summary>
internal static class Linear
{
    public static Tensor Apply(Tensor x, Tensor weight, Tensor? bias, Nonlinearity function, bool unitsFirst)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(weight);
        Check.SameType(x, weight, "Linear");
        if (unitsFirst)
            Check.ProductWithTransposed(x, weight, "Linear");
        else
            Check.Product(x, weight, "Linear");
        if (bias is not null)
            CheckBias(weight, bias, weight.Shape[unitsFirst ? 0 : 1]);
        return x.DType == DType.Float32
            ? Apply<float>(x, weight, bias, function, unitsFirst)
            : Apply<double>(x, weight, bias, function, unitsFirst);
    }

    private static void CheckBias(Tensor weight, Tensor bias, int units)
    {
        Check.SameType(weight, bias, "Linear");
        if (bias.Rank != 1 || bias.Shape[0] != units)
        {
            throw new ArgumentException(Invariant(
                $"Linear: for weights {weight.Shape} a bias ({units}) is required; received {bias.Shape}."));
        }
    }

    private static Tensor Apply<T>(Tensor x, Tensor weight, Tensor? bias, Nonlinearity function, bool unitsFirst)
        where T : unmanaged, IFloatingPointIeee754<T> => function switch
        {
            Nonlinearity.Identity => Linear<Identity, T>.Apply(x, weight, bias, unitsFirst),
            Nonlinearity.ReLU => Linear<ReLU, T>.Apply(x, weight, bias, unitsFirst),
            Nonlinearity.Sigmoid => Linear<Sigmoid, T>.Apply(x, weight, bias, unitsFirst),
            Nonlinearity.Tanh => Linear<Tanh, T>.Apply(x, weight, bias, unitsFirst),
            _ => throw new ArgumentOutOfRangeException(nameof(function), $"Linear: a known nonlinearity is required; received {function}."),
        };
}
