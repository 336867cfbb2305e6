using System.Numerics;
using System.Numerics.Tensors;

namespace CourseKit.Autograd.Ops;

/// <summary>The same values in another shape, or a stretch of them from <paramref name="offset"/> on. Backward: dx there += dy.</summary>
internal sealed class Reshape<T>(Tensor x, int offset) : Node(x)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public override void Backward(Tensor output)
    {
        var dx = Inputs[0].GradientInto<T>(out var add);
        if (!add)
            dx.Clear();
        var part = dx.Slice(offset, output.Count);
        TensorPrimitives.Add<T>(part, output.GradientSpan<T>(), part);
    }
}

/// <summary>Chooses the precision once for a whole operation. Values are shared, not copied.</summary>
internal static class Reshape
{
    public static Tensor Apply(Tensor x, Shape shape, int offset = 0)
    {
        var y = x.View(shape, offset);
        if (!Node.Needed(x))
            return y;
        return y.MadeBy(x.DType == DType.Float32 ? new Reshape<float>(x, offset) : new Reshape<double>(x, offset));
    }
}
