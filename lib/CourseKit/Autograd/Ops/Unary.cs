using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using CourseKit.Numerics;

namespace CourseKit.Autograd.Ops;

/// <summary>y = f(x), value by value. Backward: dx = dy · f′(x).</summary>
internal sealed class Unary<TOp, T>(Tensor x) : Node(x)
    where TOp : struct, IUnaryOp
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Values whose slopes are computed at a time: they stay in the first cache.</summary>
    private const int Block = 512;

    public static Tensor Apply(Tensor x)
    {
        var y = Tensor.Empty(x.Shape, x.DType);
        Map(x, y);
        return Needed(x) ? y.MadeBy(new Unary<TOp, T>(x)) : y;
    }

    public override void Backward(Tensor output)
    {
        var x = Inputs[0];
        x.GradientInto<T>(out var add);
        if (Piece.CountFor(x) == 1)
            PullBack(x.Span<T>(), output.Span<T>(), output.GradientSpan<T>(), x.GradientSpan<T>(), add);
        else
            new PullBackPieces(x, output, x, add).Run();
    }

    /// <summary>y = f(x). They may be the same.</summary>
    public static void Map(Tensor x, Tensor y)
    {
        if (Piece.CountFor(x) == 1)
            TOp.Value<T>(x.Span<T>(), y.Span<T>());
        else
            new MapPieces(x, y).Run();
    }

    /// <summary>dy = dy · f′, with f′ from y alone.</summary>
    public static void PullBackInPlace(Tensor y)
    {
        if (Piece.CountFor(y) == 1)
            PullBack([], y.Span<T>(), y.GradientSpan<T>(), y.GradientSpan<T>(), add: false);
        else
            new PullBackPieces(null, y, y, add: false).Run();
    }

    /// <summary>dx = [dx +] dy · f′. <paramref name="dx"/> and <paramref name="dy"/> may be the same.</summary>
    [SkipLocalsInit]
    private static void PullBack(ReadOnlySpan<T> x, ReadOnlySpan<T> y, ReadOnlySpan<T> dy, Span<T> dx, bool add)
    {
        Span<T> buffer = stackalloc T[Block];
        for (var start = 0; start < dy.Length; start += Block)
        {
            var count = Math.Min(Block, dy.Length - start);
            var slope = buffer[..count];
            TOp.Slope(x.IsEmpty ? x : x.Slice(start, count), y.Slice(start, count), slope);
            if (add)
                TensorPrimitives.MultiplyAdd<T>(slope, dy.Slice(start, count), dx.Slice(start, count), dx.Slice(start, count));
            else
                TensorPrimitives.Multiply<T>(slope, dy.Slice(start, count), dx.Slice(start, count));
        }
    }

    private sealed class MapPieces(Tensor x, Tensor y) : ParallelWork
    {
        public void Run() => WorkCrew.Shared.Run(this, Piece.CountFor(x), NumericThreads.Count);

        public override void Execute(int piece) => TOp.Value<T>(Piece.Of(x.Span<T>(), piece), Piece.Of(y.Span<T>(), piece));
    }

    private sealed class PullBackPieces(Tensor? x, Tensor y, Tensor target, bool add) : ParallelWork
    {
        public void Run() => WorkCrew.Shared.Run(this, Piece.CountFor(y), NumericThreads.Count);

        public override void Execute(int piece) => PullBack(
            x is null ? [] : Piece.Of(x.Span<T>(), piece),
            Piece.Of(y.Span<T>(), piece), Piece.Of(y.GradientSpan<T>(), piece), Piece.Of(target.GradientSpan<T>(), piece), add);
    }
}

/// <summary>Chooses the precision once for a whole operation.</summary>
internal static class Unary
{
    public static Tensor Apply<TOp>(Tensor x)
        where TOp : struct, IUnaryOp
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.DType == DType.Float32 ? Unary<TOp, float>.Apply(x) : Unary<TOp, double>.Apply(x);
    }
}
