using System.Numerics;
using System.Numerics.Tensors;
using CourseKit.Numerics;

namespace CourseKit.Autograd.Ops;

/// <summary>
/// Sums and changes, channel by channel, of values (n, channels, places), without a graph. A matrix (n, channels) has one place.
/// </summary>
/// <param name="Images">n.</param>
/// <param name="Count">Channels.</param>
/// <param name="Places">Values of one channel of one image.</param>
internal readonly record struct Channels(int Images, int Count, int Places)
{
    /// <summary>Those of (n, channels) or (n, channels, …).</summary>
    public static Channels Of(Tensor x) => new(x.Shape[0], x.Shape[1], x.Count == 0 ? 0 : x.Count / (x.Shape[0] * x.Shape[1]));

    /// <summary>sums[c] = [sums[c] +] Σ over n and places of values[n, c, place].</summary>
    public void Sum<T>(ReadOnlySpan<T> values, Span<T> sums, bool add)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Places <= 1)
        {
            Reduce.SumOverRows(values, sums, add);
            return;
        }
        if (!add)
            sums.Clear();
        for (var i = 0; i < Images * Count; i++)
            sums[i % Count] += Sums.Sum(Plane(values, i));
    }

    /// <summary>sums[c] = Σ over n and places of (a · b)[n, c, place].</summary>
    public void Dot<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> sums)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        sums.Clear();
        if (Places <= 1)
        {
            for (var i = 0; i < Images; i++)
                TensorPrimitives.MultiplyAdd(Row(a, i), Row(b, i), sums, sums);
            return;
        }
        for (var i = 0; i < Images * Count; i++)
            sums[i % Count] += Sums.Dot(Plane(a, i), Plane(b, i));
    }

    /// <summary>y[n, c, place] = x[n, c, place] · scale[c] + shift[c]. x and y may be the same.</summary>
    public void Scale<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> scale, ReadOnlySpan<T> shift, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Places <= 1)
        {
            for (var i = 0; i < Images; i++)
                TensorPrimitives.MultiplyAdd(Row(x, i), scale, shift, y.Slice(i * Count, Count));
            return;
        }
        for (var i = 0; i < Images * Count; i++)
        {
            var to = y.Slice(i * Places, Places);
            TensorPrimitives.Multiply(Plane(x, i), scale[i % Count], to);
            TensorPrimitives.Add(to, shift[i % Count], to);
        }
    }

    private ReadOnlySpan<T> Row<T>(ReadOnlySpan<T> values, int image) => values.Slice(image * Count, Count);

    private ReadOnlySpan<T> Plane<T>(ReadOnlySpan<T> values, int index) => values.Slice(index * Places, Places);
}
