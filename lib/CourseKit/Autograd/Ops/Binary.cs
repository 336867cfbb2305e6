using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using CourseKit.Numerics;

namespace CourseKit.Autograd.Ops;

/// <summary>
/// y = f(a, b) with broadcasting. Backward: da = Σ dy · ∂f/∂a and db = Σ dy · ∂f/∂b, summed over where a value was used again.
/// </summary>
internal sealed class Binary<TOp, T>(Tensor a, Tensor b) : Node(a, b)
    where TOp : struct, IBinaryOp
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static Tensor Apply(Tensor a, Tensor b)
    {
        var y = Pairwise<TOp, T>.Value(a, b);
        return Needed(a, b) ? y.MadeBy(new Binary<TOp, T>(a, b)) : y;
    }

    public override void Backward(Tensor output)
    {
        if (Inputs[0].RequiresGrad)
            PullBack(output, ofA: true);
        if (Inputs[1].RequiresGrad)
            PullBack(output, ofA: false);
    }

    private void PullBack(Tensor output, bool ofA)
    {
        Tensor a = Inputs[0], b = Inputs[1], target = ofA ? a : b;
        var gradient = target.GradientInto<T>(out var add);
        if (a.Shape == b.Shape)
        {
            if (Piece.CountFor(output) == 1)
                SameShape(a.Span<T>(), b.Span<T>(), output.GradientSpan<T>(), gradient, (ofA, add));
            else
                new Pieces(output, a, b, ofA, add).Run();
            return;
        }
        if (!add)
            gradient.Clear();
        Broadcast(output, gradient, ofA);
    }

    [SkipLocalsInit]
    private static void SameShape(ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> dy, Span<T> gradient, (bool OfA, bool Add) mode)
    {
        Span<T> slopes = stackalloc T[Pairwise<TOp, T>.Block];
        for (var start = 0; start < dy.Length; start += slopes.Length)
        {
            var count = Math.Min(slopes.Length, dy.Length - start);
            var part = slopes[..count];
            var target = gradient.Slice(start, count);
            Slope(a.Slice(start, count), b.Slice(start, count), part, mode.OfA);
            if (mode.Add)
                TensorPrimitives.MultiplyAdd<T>(part, dy.Slice(start, count), target, target);
            else
                TensorPrimitives.Multiply<T>(part, dy.Slice(start, count), target);
        }
    }

    [SkipLocalsInit]
    private void Broadcast(Tensor output, Span<T> gradient, bool ofA)
    {
        const int Block = Pairwise<TOp, T>.Block;
        ReadOnlySpan<T> av = Inputs[0].Span<T>(), bv = Inputs[1].Span<T>(), dy = output.GradientSpan<T>();
        Span<T> bufferA = stackalloc T[Block], bufferB = stackalloc T[Block], slopes = stackalloc T[Block];
        var runs = new BroadcastRuns(Inputs[0].Shape, Inputs[1].Shape, output.Shape, stackalloc int[3 * output.Rank]);
        for (var run = 0; run < runs.Count; run++, runs.Next())
        {
            for (var start = 0; start < runs.Length; start += Block)
            {
                var count = Math.Min(Block, runs.Length - start);
                var left = Pairwise<TOp, T>.Operand(av, runs.A, runs.MovesA, start, bufferA[..count]);
                var right = Pairwise<TOp, T>.Operand(bv, runs.B, runs.MovesB, start, bufferB[..count]);
                var part = slopes[..count];
                Slope(left, right, part, ofA);
                TensorPrimitives.Multiply<T>(part, dy.Slice((run * runs.Length) + start, count), part);
                Collect(part, gradient, ofA ? runs.A : runs.B, ofA ? runs.MovesA : runs.MovesB, start);
            }
        }
    }

    private static void Slope(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> slope, bool ofA)
    {
        if (ofA)
            TOp.SlopeA(a, b, slope);
        else
            TOp.SlopeB(a, b, slope);
    }

    private static void Collect(ReadOnlySpan<T> part, Span<T> gradient, int place, bool moves, int start)
    {
        if (moves)
        {
            var target = gradient.Slice(place + start, part.Length);
            TensorPrimitives.Add(target, part, target);
        }
        else
        {
            gradient[place] += Reduce.Sum(part);
        }
    }

    private sealed class Pieces(Tensor y, Tensor a, Tensor b, bool ofA, bool add) : ParallelWork
    {
        public void Run() => WorkCrew.Shared.Run(this, Piece.CountFor(y), NumericThreads.Count);

        public override void Execute(int piece) => SameShape(
            Piece.Of(a.Span<T>(), piece), Piece.Of(b.Span<T>(), piece), Piece.Of(y.GradientSpan<T>(), piece),
            Piece.Of((ofA ? a : b).GradientSpan<T>(), piece), (ofA, add));
    }
}

/// <summary>Chooses the precision once for a whole operation.</summary>
internal static class Binary
{
    public static Tensor Apply<TOp>(Tensor a, Tensor b)
        where TOp : struct, IBinaryOp
    {
        Check.Pair(a, b, TOp.Name);
        return a.DType == DType.Float32 ? Binary<TOp, float>.Apply(a, b) : Binary<TOp, double>.Apply(a, b);
    }
}
