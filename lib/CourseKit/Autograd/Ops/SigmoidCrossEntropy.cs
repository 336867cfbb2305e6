using System.Buffers;
using System.Numerics;
using CourseKit.Numerics;

namespace CourseKit.Autograd.Ops;

/// <summary>
/// L = −mean(t ln p + (1 − t) ln(1 − p)) with p = 1/(1 + e⁻ᶻ), in one step, for scores z and targets t of the same shape.
/// Backward: dz = (p − t) · dL / count.
/// </summary>
/// <param name="z">Scores.</param>
/// <param name="t">Targets 0..1.</param>
/// <param name="probabilities">Rented; p.</param>
internal sealed class SigmoidCrossEntropy<T>(Tensor z, Tensor t, T[] probabilities) : RentingNode<T>(probabilities, z)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <param name="z">Scores.</param>
    /// <param name="t">Targets 0..1.</param>
    /// <param name="clip">Probabilities count as at least this and at most 1 − this; 0 for the exact form of large scores.</param>
    public static Tensor Apply(Tensor z, Tensor t, double clip)
    {
        var rented = ArrayPool<T>.Shared.Rent(z.Count);
        var workspace = ArrayPool<T>.Shared.Rent(z.Count);
        Span<T> p = rented.AsSpan(0, z.Count), losses = workspace.AsSpan(0, z.Count);
        Exponentials.Sigmoid<T>(z.Span<T>(), p);
        if (clip > 0)
            OfProbabilities(p, t.Span<T>(), losses, T.CreateChecked(clip));
        else
            OfScores(z.Span<T>(), t.Span<T>(), losses);

        var y = Tensor.Empty([], z.DType);
        y.Span<T>()[0] = Sums.Sum<T>(losses) / T.CreateChecked(z.Count);
        ArrayPool<T>.Shared.Return(workspace);
        if (Needed(z))
            return y.MadeBy(new SigmoidCrossEntropy<T>(z, t, rented));
        ArrayPool<T>.Shared.Return(rented);
        return y;
    }

    public override void Backward(Tensor output)
    {
        var z = Inputs[0];
        var share = output.GradientSpan<T>()[0] / T.CreateChecked(z.Count);
        Span<T> p = Rented.AsSpan(0, z.Count), dz = z.GradientInto<T>(out var add);
        ReadOnlySpan<T> targets = t.Span<T>();
        for (var i = 0; i < dz.Length; i++)
        {
            var part = (p[i] - targets[i]) * share;
            dz[i] = add ? dz[i] + part : part;
        }
    }

    // As it is written, on clipped p: ln(1 − p) carries the rounding of p, which the libraries that compute it so print.
    private static void OfProbabilities(ReadOnlySpan<T> p, ReadOnlySpan<T> t, Span<T> losses, T clip)
    {
        for (var i = 0; i < losses.Length; i++)
        {
            var clipped = T.Clamp(p[i], clip, T.One - clip);
            var one = t[i] == T.Zero ? T.Zero : t[i] * T.Log(clipped);
            var zero = t[i] == T.One ? T.Zero : (T.One - t[i]) * T.Log(T.One - clipped);
            losses[i] = -(one + zero);
        }
    }

    // max(z, 0) − z t + ln(1 + e^−|z|): no rounding of p, no overflow.
    private static void OfScores(ReadOnlySpan<T> z, ReadOnlySpan<T> t, Span<T> losses)
    {
        for (var i = 0; i < losses.Length; i++)
            losses[i] = T.Max(z[i], T.Zero) - (z[i] * t[i]) + T.LogP1(T.Exp(-T.Abs(z[i])));
    }
}

/// <summary>Checks the shapes and chooses the precision once for a whole operation.</summary>
internal static class SigmoidCrossEntropy
{
    public static Tensor Apply(Tensor z, Tensor t, double clip)
    {
        ArgumentNullException.ThrowIfNull(z);
        ArgumentNullException.ThrowIfNull(t);
        Check.SameShape(z, t, "BinaryCrossEntropy");
        return z.DType == DType.Float32 ? SigmoidCrossEntropy<float>.Apply(z, t, clip) : SigmoidCrossEntropy<double>.Apply(z, t, clip);
    }
}
