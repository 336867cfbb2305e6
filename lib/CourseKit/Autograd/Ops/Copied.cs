using System.Numerics;

namespace CourseKit.Autograd.Ops;

/// <summary>
/// y[i] = x[place i], the values of x in another order, some of them, or some of them several times. Backward: dx[place i] += dy[i].
/// </summary>
/// <param name="x">Values.</param>
/// <param name="places">Where each run of y begins in x.</param>
/// <param name="run">Values next to each other in both.</param>
internal sealed class Copied<T>(Tensor x, int[] places, int run) : Node(x)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static Tensor Apply(Tensor x, Shape shape, int[] places, int run)
    {
        var y = Tensor.Empty(shape, x.DType);
        ReadOnlySpan<T> from = x.Span<T>();
        var to = y.Span<T>();
        if (run == 1)
        {
            for (var i = 0; i < places.Length; i++)
                to[i] = from[places[i]];
        }
        else
        {
            for (var i = 0; i < places.Length; i++)
                from.Slice(places[i], run).CopyTo(to[(i * run)..]);
        }
        return Needed(x) ? y.MadeBy(new Copied<T>(x, places, run)) : y;
    }

    public override void Backward(Tensor output)
    {
        var dx = Inputs[0].GradientInto<T>(out var add);
        if (!add)
            dx.Clear();
        ReadOnlySpan<T> dy = output.GradientSpan<T>();
        for (var i = 0; i < places.Length; i++)
        {
            var target = dx.Slice(places[i], run);
            var part = dy.Slice(i * run, run);
            for (var j = 0; j < part.Length; j++)
                target[j] += part[j];
        }
    }
}

/// <summary>Works out the places and chooses the precision once for a whole operation.</summary>
internal static class Copied
{
    /// <summary>
    /// y[i, j, …] = x at start + i · steps[0] + j · steps[1] + …: slices, permutations, repetitions.
    /// </summary>
    /// <param name="x">Values.</param>
    /// <param name="shape">That of y.</param>
    /// <param name="steps">How far one step along each axis of y moves in x.</param>
    /// <param name="start">Where y begins in x.</param>
    public static Tensor Strided(Tensor x, Shape shape, ReadOnlySpan<int> steps, int start = 0)
    {
        int run = 1, outer = shape.Rank;
        while (outer > 0 && (shape[outer - 1] == 1 || steps[outer - 1] == run))
            run *= shape[--outer];
        var places = new int[shape.Size == 0 ? 0 : shape.Size / run];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = start;
            for (int axis = outer - 1, rest = i; axis >= 0; rest /= shape[axis--])
                places[i] += rest % shape[axis] * steps[axis];
        }
        return Apply(x, shape, places, run);
    }

    /// <summary>Of each outer block, the slices of these indices along an axis.</summary>
    public static Tensor Indexed(Tensor x, int axis, ReadOnlySpan<int> indices)
    {
        var lanes = Lanes.Of(x.Shape, axis);
        var places = new int[lanes.Outer * indices.Length];
        for (var i = 0; i < places.Length; i++)
            places[i] = ((i / indices.Length * lanes.Length) + indices[i % indices.Length]) * lanes.Inner;
        int[] lengths = [.. x.Shape];
        lengths[axis] = indices.Length;
        return Apply(x, [.. lengths], places, lanes.Inner);
    }

    public static Tensor Apply(Tensor x, Shape shape, int[] places, int run) =>
        x.DType == DType.Float32 ? Copied<float>.Apply(x, shape, places, run) : Copied<double>.Apply(x, shape, places, run);

    /// <summary>How far one step along each axis moves in memory.</summary>
    public static int[] Steps(Shape shape)
    {
        var steps = new int[shape.Rank];
        var size = 1;
        for (var axis = shape.Rank - 1; axis >= 0; size *= shape[axis--])
            steps[axis] = size;
        return steps;
    }
}
