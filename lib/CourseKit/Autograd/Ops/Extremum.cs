using System.Buffers;
using System.Numerics;

namespace CourseKit.Autograd.Ops;

/// <summary>
/// y = the largest (or smallest) value along an axis, NaN where there is one. Backward: dy goes to where the value came from, the first of
/// equals.
/// </summary>
/// <param name="x">Values.</param>
/// <param name="lanes">The axis.</param>
/// <param name="winners">Rented; for each y, its place in x.</param>
internal sealed class Extremum<T>(Tensor x, Lanes lanes, int[] winners) : RentingNode<int>(winners, x)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static Tensor Apply(Tensor x, Lanes lanes, Shape shape, bool smallest)
    {
        var y = Tensor.Empty(shape, x.DType);
        ReadOnlySpan<T> values = x.Span<T>();
        var results = y.Span<T>();
        var winners = ArrayPool<int>.Shared.Rent(lanes.Count);
        Find(values, lanes, smallest, winners);
        for (var i = 0; i < results.Length; i++)
            results[i] = values[winners[i]];
        if (Needed(x))
            return y.MadeBy(new Extremum<T>(x, lanes, winners));
        ArrayPool<int>.Shared.Return(winners);
        return y;
    }

    public override void Backward(Tensor output)
    {
        var dx = Inputs[0].GradientInto<T>(out var add);
        if (!add)
            dx.Clear();
        var dy = output.GradientSpan<T>();
        for (var i = 0; i < lanes.Count; i++)
            dx[Rented[i]] += dy[i];
    }

    /// <summary>The place in x of the largest or smallest value of each lane, the first of equals; of a NaN if there is one.</summary>
    public static void Find(ReadOnlySpan<T> x, Lanes lanes, bool smallest, Span<int> places)
    {
        for (var lane = 0; lane < lanes.Count; lane++)
        {
            var (outer, inner) = Math.DivRem(lane, lanes.Inner);
            var first = (outer * lanes.Length * lanes.Inner) + inner;
            var best = first;
            for (var i = 1; i < lanes.Length && !T.IsNaN(x[best]); i++)
            {
                var place = first + (i * lanes.Inner);
                if ((smallest ? x[place] < x[best] : x[place] > x[best]) || T.IsNaN(x[place]))
                    best = place;
            }
            places[lane] = best;
        }
    }
}

/// <summary>Checks the axis and chooses the precision once for a whole operation.</summary>
internal static class Extremum
{
    public static Tensor Along(Tensor x, int axis, bool keepAxis, bool smallest)
    {
        var (lanes, counted) = LanesOf(x, axis, smallest ? "Min" : "Max");
        var shape = x.Shape.Without(counted, keepAxis);
        return x.DType == DType.Float32
            ? Extremum<float>.Apply(x, lanes, shape, smallest)
            : Extremum<double>.Apply(x, lanes, shape, smallest);
    }

    /// <summary>For each lane, the index along the axis.</summary>
    public static int[] Index(Tensor x, int axis, bool smallest)
    {
        var (lanes, _) = LanesOf(x, axis, smallest ? "ArgMin" : "ArgMax");
        var indices = new int[lanes.Count];
        if (x.DType == DType.Float32)
            Extremum<float>.Find(x.Span<float>(), lanes, smallest, indices);
        else
            Extremum<double>.Find(x.Span<double>(), lanes, smallest, indices);
        foreach (ref var place in indices.AsSpan())
            place = place / lanes.Inner % lanes.Length;
        return indices;
    }

    private static (Lanes Lanes, int Axis) LanesOf(Tensor x, int axis, string where)
    {
        var counted = x.Shape.Axis(axis, where);
        return x.Shape[counted] == 0
            ? throw new ArgumentException($"{where}: at least one value along axis {counted} is required; received {x.Shape}.")
            : (Lanes.Of(x.Shape, counted), counted);
    }
}
