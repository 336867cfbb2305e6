using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;
using CourseKit.Numerics;

namespace CourseKit.Autograd.Ops;

/// <summary>
/// L = −(1/n) Σ ln p[i, label i] with p = softmax of each row of the scores z (n, k), in one step.
/// Backward: dz = (p − one-hot) · dL / n.
/// </summary>
/// <param name="z">Scores (n, k).</param>
/// <param name="labels">Classes (n).</param>
/// <param name="probabilities">Rented; p (n, k).</param>
internal sealed class SoftmaxCrossEntropy<T>(Tensor z, ReadOnlyMemory<int> labels, T[] probabilities) : RentingNode<T>(probabilities, z)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <param name="z">Scores (n, k).</param>
    /// <param name="labels">Classes (n).</param>
    /// <param name="clip">Probabilities count as at least this and at most 1 − this; 0 for none.</param>
    public static Tensor Apply(Tensor z, ReadOnlyMemory<int> labels, double clip)
    {
        int rows = z.Shape[0], classes = z.Shape[1];
        var rented = ArrayPool<T>.Shared.Rent(z.Count);
        var workspace = ArrayPool<T>.Shared.Rent(2 * rows);
        Span<T> p = rented.AsSpan(0, z.Count), sums = workspace.AsSpan(0, rows), losses = workspace.AsSpan(rows, rows);

        SoftmaxRows.Center(z.Span<T>(), p, classes);
        for (var i = 0; i < rows; i++)
            losses[i] = p[(i * classes) + labels.Span[i]];
        SoftmaxRows.Normalize(p, sums, classes);

        // −ln p = ln Σ e^(z − max) − (z[label] − max)
        TensorPrimitives.Log<T>(sums, sums);
        TensorPrimitives.Subtract<T>(sums, losses, losses);
        if (clip > 0)
        {
            TensorPrimitives.Max(losses, T.CreateChecked(-Math.Log(1 - clip)), losses);
            TensorPrimitives.Min(losses, T.CreateChecked(-Math.Log(clip)), losses);
        }
        var y = Tensor.Empty([], z.DType);
        y.Span<T>()[0] = Sums.Sum<T>(losses) / T.CreateChecked(rows);
        ArrayPool<T>.Shared.Return(workspace);
        if (Needed(z))
            return y.MadeBy(new SoftmaxCrossEntropy<T>(z, labels, rented));
        ArrayPool<T>.Shared.Return(rented);
        return y;
    }

    public override void Backward(Tensor output)
    {
        var z = Inputs[0];
        int rows = z.Shape[0], classes = z.Shape[1];
        var share = output.GradientSpan<T>()[0] / T.CreateChecked(rows);
        ReadOnlySpan<T> p = Rented.AsSpan(0, z.Count);
        var dz = z.GradientInto<T>(out var add);
        if (add)
            TensorPrimitives.MultiplyAdd(p, share, dz, dz);
        else
            TensorPrimitives.Multiply(p, share, dz);
        for (var i = 0; i < rows; i++)
        {
            var place = (i * classes) + labels.Span[i];
            dz[place] = add ? dz[place] - share : (p[place] - T.One) * share;
        }
    }
}

/// <summary>Checks shapes and labels and chooses the precision once for a whole operation.</summary>
internal static class SoftmaxCrossEntropy
{
    public static Tensor Apply(Tensor z, ReadOnlyMemory<int> labels, double clip)
    {
        ArgumentNullException.ThrowIfNull(z);
        Check.Labels(labels.Span, z, "CrossEntropy");
        return z.DType == DType.Float32
            ? SoftmaxCrossEntropy<float>.Apply(z, labels, clip)
            : SoftmaxCrossEntropy<double>.Apply(z, labels, clip);
    }
}
