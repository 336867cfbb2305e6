using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;
using CourseKit.Numerics;
using static System.FormattableString;

namespace CourseKit.Autograd.Ops;

/// <summary>
/// L = −(1/n) Σ s[i, j] ln p[i, j] with p = softmax of each row of the scores z (n, k), targets t (n, k) and s = (1 − a) t + a/k.
/// Backward: dz = (p · Σ of the row of s − s) · dL / n.
/// </summary>
/// <param name="z">Scores (n, k).</param>
/// <param name="t">Targets (n, k), usually rows that sum to 1.</param>
/// <param name="smoothing">a.</param>
/// <param name="probabilities">Rented; p (n, k).</param>
internal sealed class SoftTargetsCrossEntropy<T>(Tensor z, Tensor t, T smoothing, T[] probabilities) : RentingNode<T>(probabilities, z)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static Tensor Apply(Tensor z, Tensor t, T smoothing)
    {
        int rows = z.Shape[0], classes = z.Shape[1];
        T[] rented = ArrayPool<T>.Shared.Rent(z.Count), workspace = ArrayPool<T>.Shared.Rent(z.Count + (2 * rows) + classes);
        Span<T> p = rented.AsSpan(0, z.Count), centered = workspace.AsSpan(0, z.Count);
        Span<T> sums = workspace.AsSpan(z.Count, rows), losses = workspace.AsSpan(z.Count + rows, rows);
        var smoothed = workspace.AsSpan(z.Count + (2 * rows), classes);
        SoftmaxRows.Center(z.Span<T>(), p, classes);
        p.CopyTo(centered);
        SoftmaxRows.Normalize(p, sums, classes);
        TensorPrimitives.Log<T>(sums, sums);
        for (var i = 0; i < rows; i++)
        {
            // −ln p = ln Σ e^(z − max) − (z − max)
            var row = centered.Slice(i * classes, classes);
            TensorPrimitives.Subtract(sums[i], row, row);
            Smooth(t, i, smoothing, smoothed);
            losses[i] = Sums.Dot<T>(row, smoothed);
        }
        var y = Tensor.Empty([], z.DType);
        y.Span<T>()[0] = Sums.Sum<T>(losses) / T.CreateChecked(rows);
        ArrayPool<T>.Shared.Return(workspace);
        if (Needed(z))
            return y.MadeBy(new SoftTargetsCrossEntropy<T>(z, t, smoothing, rented));
        ArrayPool<T>.Shared.Return(rented);
        return y;
    }

    public override void Backward(Tensor output)
    {
        var z = Inputs[0];
        int rows = z.Shape[0], classes = z.Shape[1];
        var share = output.GradientSpan<T>()[0] / T.CreateChecked(rows);
        var dz = z.GradientInto<T>(out var add);
        if (!add)
            dz.Clear();
        var rented = ArrayPool<T>.Shared.Rent(classes);
        var smoothed = rented.AsSpan(0, classes);
        for (var i = 0; i < rows; i++)
        {
            Smooth(t, i, smoothing, smoothed);
            var sum = Sums.Sum<T>(smoothed);
            var target = dz.Slice(i * classes, classes);
            TensorPrimitives.MultiplyAdd(Rented.AsSpan(i * classes, classes), sum * share, target, target);
            TensorPrimitives.MultiplyAdd(smoothed, -share, target, target);
        }
        ArrayPool<T>.Shared.Return(rented);
    }

    private static void Smooth(Tensor t, int row, T smoothing, Span<T> smoothed)
    {
        t.Span<T>().Slice(row * smoothed.Length, smoothed.Length).CopyTo(smoothed);
        if (smoothing == T.Zero)
            return;
        TensorPrimitives.Multiply(smoothed, T.One - smoothing, smoothed);
        TensorPrimitives.Add(smoothed, smoothing / T.CreateChecked(smoothed.Length), smoothed);
    }
}

/// <summary>Checks the shapes and chooses the precision once for a whole operation.</summary>
internal static class SoftTargetsCrossEntropy
{
    public static Tensor Apply(Tensor z, Tensor t, double smoothing)
    {
        ArgumentNullException.ThrowIfNull(z);
        ArgumentNullException.ThrowIfNull(t);
        Check.Rank(z, 2, "CrossEntropy", "(rows, classes)");
        Check.SameShape(z, t, "CrossEntropy");
        CheckSmoothing(smoothing);
        return z.DType == DType.Float32
            ? SoftTargetsCrossEntropy<float>.Apply(z, t, (float)smoothing)
            : SoftTargetsCrossEntropy<double>.Apply(z, t, smoothing);
    }

    public static void CheckSmoothing(double smoothing)
    {
        if (!(smoothing >= 0 && smoothing <= 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(smoothing), Invariant($"CrossEntropy: a label smoothing 0..1 is required; received {smoothing}."));
        }
    }
}
