using System.Buffers;
using System.Numerics;
using CourseKit.Numerics;

namespace CourseKit.Autograd.Ops;

/// <summary>
/// L = −(1/n) Σ t[i, j] ln q[i, j] for probabilities p (n, k) with q = p / (Σ of its row), clipped to [c, 1 − c].
/// Backward: dp = (Σ of the row of t* − t*/q) / Σ of the row of p · dL / n, with t* = t where q is not clipped and else 0.
/// </summary>
internal sealed class ProbabilityCrossEntropy<T>(Tensor p, Tensor t, T clip) : Node(p)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static Tensor Apply(Tensor p, Tensor t, T clip)
    {
        int rows = p.Shape[0], classes = p.Shape[1];
        ReadOnlySpan<T> probabilities = p.Span<T>(), targets = t.Span<T>();
        var rented = ArrayPool<T>.Shared.Rent(rows);
        var losses = rented.AsSpan(0, rows);
        for (var i = 0; i < rows; i++)
        {
            var row = probabilities.Slice(i * classes, classes);
            var (sum, loss) = (Reduce.Sum(row), T.Zero);
            for (var j = 0; j < classes; j++)
            {
                var target = targets[(i * classes) + j];
                loss -= target == T.Zero ? T.Zero : target * T.Log(T.Clamp(row[j] / sum, clip, T.One - clip));
            }
            losses[i] = loss;
        }
        var y = Tensor.Empty([], p.DType);
        y.Span<T>()[0] = Sums.Sum<T>(losses) / T.CreateChecked(rows);
        ArrayPool<T>.Shared.Return(rented);
        return Needed(p) ? y.MadeBy(new ProbabilityCrossEntropy<T>(p, t, clip)) : y;
    }

    public override void Backward(Tensor output)
    {
        int rows = Inputs[0].Shape[0], classes = Inputs[0].Shape[1];
        ReadOnlySpan<T> probabilities = Inputs[0].Span<T>(), targets = t.Span<T>();
        var share = output.GradientSpan<T>()[0] / T.CreateChecked(rows);
        var dp = Inputs[0].GradientInto<T>(out var add);
        if (!add)
            dp.Clear();
        for (var i = 0; i < rows; i++)
        {
            ReadOnlySpan<T> row = probabilities.Slice(i * classes, classes), wanted = targets.Slice(i * classes, classes);
            var (sum, whole) = (Reduce.Sum(row), T.Zero);
            for (var j = 0; j < classes; j++)
                whole += IsClipped(row[j] / sum) ? T.Zero : wanted[j];
            for (var j = 0; j < classes; j++)
            {
                var own = wanted[j] == T.Zero || IsClipped(row[j] / sum) ? T.Zero : wanted[j] / row[j];
                dp[(i * classes) + j] += share * ((whole / sum) - own);
            }
        }
    }

    private bool IsClipped(T q) => q < clip || q > T.One - clip;
}

/// <summary>Checks the shapes and chooses the precision once for a whole operation.</summary>
internal static class ProbabilityCrossEntropy
{
    public static Tensor Apply(Tensor p, Tensor t, double clip)
    {
        ArgumentNullException.ThrowIfNull(p);
        ArgumentNullException.ThrowIfNull(t);
        Check.Rank(p, 2, "CategoricalCrossEntropy", "(rows, classes)");
        Check.SameShape(p, t, "CategoricalCrossEntropy");
        return p.DType == DType.Float32
            ? ProbabilityCrossEntropy<float>.Apply(p, t, (float)clip)
            : ProbabilityCrossEntropy<double>.Apply(p, t, clip);
    }
}
