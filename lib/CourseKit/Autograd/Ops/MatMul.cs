using System.Numerics;
using CourseKit.Numerics;

namespace CourseKit.Autograd.Ops;

/// <summary>Y = A · B with A (m, k) and B (k, n). Backward: dA = dY · Bᵀ, dB = Aᵀ · dY.</summary>
internal sealed class MatMul<T>(Tensor a, Tensor b) : Node(a, b)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static Tensor Apply(Tensor a, Tensor b)
    {
        var y = Tensor.Empty([a.Shape[0], b.Shape[1]], a.DType);
        Gemm.Multiply<T>(a.Span<T>(), b.Span<T>(), y.Span<T>(), new(a.Shape[0], b.Shape[1], a.Shape[1]));
        return Needed(a, b) ? y.MadeBy(new MatMul<T>(a, b)) : y;
    }

    public override void Backward(Tensor output)
    {
        PullBackToLeft(Inputs[0], Inputs[1], output.GradientSpan<T>());
        PullBackToRight(Inputs[0], Inputs[1], output.GradientSpan<T>());
    }

    /// <summary>dA = [dA +] dY · Bᵀ, if it is wanted.</summary>
    public static void PullBackToLeft(Tensor a, Tensor b, ReadOnlySpan<T> dy)
    {
        if (!a.RequiresGrad)
            return;
        var da = a.GradientInto<T>(out var add);
        int m = a.Shape[0], k = a.Shape[1], n = b.Shape[1];
        Gemm.Multiply(dy, b.Span<T>(), da, new GemmShape(m, k, n) { TransposeB = true, Accumulate = add });
    }

    /// <summary>dB = [dB +] Aᵀ · dY, if it is wanted.</summary>
    public static void PullBackToRight(Tensor a, Tensor b, ReadOnlySpan<T> dy)
    {
        if (!b.RequiresGrad)
            return;
        var db = b.GradientInto<T>(out var add);
        int m = a.Shape[0], k = a.Shape[1], n = b.Shape[1];
        Gemm.Multiply(a.Span<T>(), dy, db, new GemmShape(k, n, m) { TransposeA = true, Accumulate = add });
    }
}

/// <summary>Checks the shapes and chooses the precision once for a whole operation.</summary>
internal static class MatMul
{
    public static Tensor Apply(Tensor a, Tensor b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        Check.SameType(a, b, "MatMul");
        Check.Product(a, b, "MatMul");
        return a.DType == DType.Float32 ? MatMul<float>.Apply(a, b) : MatMul<double>.Apply(a, b);
    }
}
