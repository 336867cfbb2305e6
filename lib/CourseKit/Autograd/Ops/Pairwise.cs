using System.Numerics;
using System.Runtime.CompilerServices;
using CourseKit.Numerics;

namespace CourseKit.Autograd.Ops;

/// <summary>y = f(a, b) with broadcasting, without a graph.</summary>
internal static class Pairwise<TOp, T>
    where TOp : struct, IPairOp
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Values worked on at a time: they stay in the first cache.</summary>
    public const int Block = 512;

    public static Tensor Value(Tensor a, Tensor b)
    {
        if (a.Shape == b.Shape)
        {
            var y = Tensor.Empty(a.Shape, a.DType);
            if (Piece.CountFor(y) == 1)
                TOp.Value<T>(a.Span<T>(), b.Span<T>(), y.Span<T>());
            else
                new Pieces(a, b, y).Run();
            return y;
        }
        var result = Tensor.Empty(Shape.Broadcast(a.Shape, b.Shape, TOp.Name), a.DType);
        Broadcast(a, b, result);
        return result;
    }

    /// <summary>The operand's values for a block: its own, or one value as often as needed.</summary>
    public static ReadOnlySpan<T> Operand(ReadOnlySpan<T> values, int place, bool moves, int start, Span<T> buffer)
    {
        if (moves)
            return values.Slice(place + start, buffer.Length);
        buffer.Fill(values[place]);
        return buffer;
    }

    [SkipLocalsInit]
    private static void Broadcast(Tensor a, Tensor b, Tensor y)
    {
        ReadOnlySpan<T> av = a.Span<T>(), bv = b.Span<T>();
        var yv = y.Span<T>();
        Span<T> bufferA = stackalloc T[Block], bufferB = stackalloc T[Block];
        var runs = new BroadcastRuns(a.Shape, b.Shape, y.Shape, stackalloc int[3 * y.Rank]);
        for (var run = 0; run < runs.Count; run++, runs.Next())
        {
            for (var start = 0; start < runs.Length; start += Block)
            {
                var count = Math.Min(Block, runs.Length - start);
                TOp.Value(
                    Operand(av, runs.A, runs.MovesA, start, bufferA[..count]),
                    Operand(bv, runs.B, runs.MovesB, start, bufferB[..count]),
                    yv.Slice((run * runs.Length) + start, count));
            }
        }
    }

    private sealed class Pieces(Tensor a, Tensor b, Tensor y) : ParallelWork
    {
        public void Run() => WorkCrew.Shared.Run(this, Piece.CountFor(y), NumericThreads.Count);

        public override void Execute(int piece) =>
            TOp.Value<T>(Piece.Of(a.Span<T>(), piece), Piece.Of(b.Span<T>(), piece), Piece.Of(y.Span<T>(), piece));
    }
}

/// <summary>Chooses the precision once for a whole operation.</summary>
internal static class Pairwise
{
    public static Tensor Value<TOp>(Tensor a, Tensor b)
        where TOp : struct, IPairOp
    {
        Check.Pair(a, b, TOp.Name);
        return a.DType == DType.Float32 ? Pairwise<TOp, float>.Value(a, b) : Pairwise<TOp, double>.Value(a, b);
    }
}
