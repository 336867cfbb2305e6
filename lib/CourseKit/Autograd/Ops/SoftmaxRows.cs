using System.Numerics;
using System.Numerics.Tensors;
using CourseKit.Numerics;

namespace CourseKit.Autograd.Ops;

/// <summary>Row by row p = e^(z − max z) / Σ e^(z − max z), for scores z (n, k).</summary>
internal static class SoftmaxRows
{
    /// <summary>Rows of fewer classes are worked on in plain loops: a call for each would cost more than the arithmetic.</summary>
    private const int ShortRow = 24;

    /// <summary>Writes z − max z into <paramref name="p"/>.</summary>
    public static void Center<T>(ReadOnlySpan<T> z, Span<T> p, int classes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (var start = 0; start < z.Length; start += classes)
        {
            ReadOnlySpan<T> from = z.Slice(start, classes);
            var to = p.Slice(start, classes);
            if (classes < ShortRow)
            {
                var max = from[0];
                foreach (var value in from)
                    max = T.MaxNative(max, value);
                for (var j = 0; j < from.Length; j++)
                    to[j] = from[j] - max;
            }
            else
            {
                TensorPrimitives.Subtract(from, TensorPrimitives.Max(from), to);
            }
        }
    }

    /// <summary>Turns centered scores into probabilities; <paramref name="sums"/> (n) receives Σ e^(z − max z).</summary>
    public static void Normalize<T>(Span<T> p, Span<T> sums, int classes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Exponentials.Exp<T>(p, p);
        for (var i = 0; i < sums.Length; i++)
        {
            var row = p.Slice(i * classes, classes);
            if (classes < ShortRow)
            {
                var sum = T.Zero;
                foreach (var value in row)
                    sum += value;
                for (var j = 0; j < row.Length; j++)
                    row[j] /= sum;
                sums[i] = sum;
            }
            else
            {
                sums[i] = Sums.Sum<T>(row);
                TensorPrimitives.Divide(row, sums[i], row);
            }
        }
    }
}
