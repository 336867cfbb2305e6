using System.Numerics;

namespace CourseKit.Autograd.Ops;

/// <summary>y = a where c ≠ 0 and else b, all of one shape. Backward: dy to a or b, whichever was taken.</summary>
internal sealed class Where<T>(Tensor c, Tensor a, Tensor b) : Node(a, b)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static Tensor Apply(Tensor c, Tensor a, Tensor b)
    {
        var y = Tensor.Empty(c.Shape, a.DType);
        ReadOnlySpan<T> condition = c.Span<T>(), left = a.Span<T>(), right = b.Span<T>();
        var results = y.Span<T>();
        for (var i = 0; i < results.Length; i++)
            results[i] = condition[i] != T.Zero ? left[i] : right[i];
        return Needed(a, b) ? y.MadeBy(new Where<T>(c, a, b)) : y;
    }

    public override void Backward(Tensor output)
    {
        Give(output, Inputs[0], whereTrue: true);
        Give(output, Inputs[1], whereTrue: false);
    }

    private void Give(Tensor output, Tensor input, bool whereTrue)
    {
        if (!input.RequiresGrad)
            return;
        ReadOnlySpan<T> condition = c.Span<T>(), dy = output.GradientSpan<T>();
        var gradient = input.GradientInto<T>(out var add);
        if (!add)
            gradient.Clear();
        for (var i = 0; i < gradient.Length; i++)
            if (condition[i] != T.Zero == whereTrue)
                gradient[i] += dy[i];
    }
}

/// <summary>Brings all three to one shape and chooses the precision once for a whole operation.</summary>
internal static class Where
{
    public static Tensor Apply(Tensor c, Tensor a, Tensor b)
    {
        ArgumentNullException.ThrowIfNull(c);
        Check.Pair(a, b, "Where");
        c = c.To(a.DType);
        var shape = Shape.Broadcast(c.Shape, Shape.Broadcast(a.Shape, b.Shape, "Where"), "Where");
        (c, a, b) = (Repeat.Apply(c, shape), Repeat.Apply(a, shape), Repeat.Apply(b, shape));
        return a.DType == DType.Float32 ? Where<float>.Apply(c, a, b) : Where<double>.Apply(c, a, b);
    }
}

/// <summary>The same values, repeated along axes of length 1 to fill a larger shape.</summary>
internal static class Repeat
{
    public static Tensor Apply(Tensor x, Shape shape)
    {
        if (x.Shape == shape)
            return x;
        Span<int> steps = stackalloc int[shape.Rank];
        steps.Clear();
        var size = 1;
        for (var i = 1; i <= x.Rank; i++)
        {
            steps[^i] = x.Shape[^i] == 1 ? 0 : size;
            size *= x.Shape[^i];
        }
        return Copied.Strided(x, shape, steps);
    }
}
