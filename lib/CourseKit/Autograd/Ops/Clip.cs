using System.Numerics;
using System.Numerics.Tensors;
using static System.FormattableString;

namespace CourseKit.Autograd.Ops;

/// <summary>y = min(max(x, low), high). Backward: dx = dy where low ≤ x ≤ high, else 0.</summary>
internal sealed class Clip<T>(Tensor x, T low, T high) : Node(x)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static Tensor Apply(Tensor x, T low, T high)
    {
        var y = Tensor.Empty(x.Shape, x.DType);
        TensorPrimitives.Max(x.Span<T>(), low, y.Span<T>());
        TensorPrimitives.Min(y.Span<T>(), high, y.Span<T>());
        return Needed(x) ? y.MadeBy(new Clip<T>(x, low, high)) : y;
    }

    public override void Backward(Tensor output)
    {
        ReadOnlySpan<T> values = Inputs[0].Span<T>(), dy = output.GradientSpan<T>();
        var dx = Inputs[0].GradientInto<T>(out var add);
        if (!add)
            dx.Clear();
        for (var i = 0; i < dx.Length; i++)
            if (values[i] >= low && values[i] <= high)
                dx[i] += dy[i];
    }
}

/// <summary>Checks the bounds and chooses the precision once for a whole operation.</summary>
internal static class Clip
{
    public static Tensor Apply(Tensor x, double low, double high)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (!(low <= high))
            throw new ArgumentException(Invariant($"Clip: min ≤ max is required; received {low} and {high}. Exchange them."));
        return x.DType == DType.Float32 ? Clip<float>.Apply(x, (float)low, (float)high) : Clip<double>.Apply(x, low, high);
    }
}
