using System.Numerics;
using System.Numerics.Tensors;

namespace CourseKit.Autograd.Ops;

/// <summary>y = all parts one after another along an axis. Backward: each part gets its stretch of dy.</summary>
internal sealed class Concat<T>(Tensor[] parts, int axis) : Node(parts)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static Tensor Apply(Tensor[] parts, int axis, Shape shape)
    {
        var y = Tensor.Empty(shape, parts[0].DType);
        var (row, start) = (RowOf(y, axis), 0);
        foreach (var part in parts)
        {
            ReadOnlySpan<T> from = part.Span<T>();
            var width = RowOf(part, axis);
            for (var i = 0; i * width < from.Length; i++)
                from.Slice(i * width, width).CopyTo(y.Span<T>()[((i * row) + start)..]);
            start += width;
        }
        return Array.Exists(parts, Needed) ? y.MadeBy(new Concat<T>(parts, axis)) : y;
    }

    public override void Backward(Tensor output)
    {
        ReadOnlySpan<T> dy = output.GradientSpan<T>();
        var (row, start) = (RowOf(output, axis), 0);
        foreach (var part in Inputs)
        {
            var width = RowOf(part, axis);
            if (part.RequiresGrad)
            {
                var gradient = part.GradientInto<T>(out var add);
                if (!add)
                    gradient.Clear();
                for (var i = 0; i * width < gradient.Length; i++)
                {
                    var target = gradient.Slice(i * width, width);
                    TensorPrimitives.Add(target, dy.Slice((i * row) + start, width), target);
                }
            }
            start += width;
        }
    }

    /// <summary>Values that lie together for one index of the axes before.</summary>
    private static int RowOf(Tensor tensor, int axis)
    {
        var lanes = Lanes.Of(tensor.Shape, axis);
        return lanes.Length * lanes.Inner;
    }
}

/// <summary>Checks the shapes and chooses the precision once for a whole operation.</summary>
internal static class Concat
{
    public static Tensor Apply(IReadOnlyList<Tensor> tensors, int axis, string where)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        Tensor[] parts = [.. tensors];
        if (parts.Length == 0)
            throw new ArgumentException($"{where}: at least one tensor is required; received none. Pass those to join.");
        axis = parts[0].Shape.Axis(axis, where);
        int[] lengths = [.. parts[0].Shape];
        foreach (var part in parts[1..])
        {
            Check.SameType(parts[0], part, where);
            if (!Fit(parts[0].Shape, part.Shape, axis))
            {
                throw new ArgumentException(
                    $"{where}: shapes that differ along axis {axis} only are required; received {parts[0].Shape} and {part.Shape}.");
            }
            lengths[axis] += part.Shape[axis];
        }
        Shape shape = [.. lengths];
        return parts[0].DType == DType.Float32 ? Concat<float>.Apply(parts, axis, shape) : Concat<double>.Apply(parts, axis, shape);
    }

    private static bool Fit(Shape a, Shape b, int axis) =>
        a.Rank == b.Rank
        && a.Lengths[..axis].SequenceEqual(b.Lengths[..axis])
        && a.Lengths[(axis + 1)..].SequenceEqual(b.Lengths[(axis + 1)..]);
}
