using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace CourseKit.Autograd.Ops;

/// <summary>
/// y = f(a, b) with broadcasting. Backward: da = Σ dy · ∂f/∂a and db = Σ dy · ∂f/∂b, summed over where a value was used again.
/// </summary>
internal sealed class Binary<TOp, T>(Tensor a, Tensor b) : Node(a, b)
    where TOp : struct, IBinaryOp
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Values worked on at a time: they stay in the first cache.</summary>
    private const int Block = 512;

    [SkipLocalsInit]
    public static Tensor Apply(Tensor a, Tensor b)
    {
        var y = Tensor.Empty(Shape.Broadcast(a.Shape, b.Shape, TOp.Name), a.DType);
        ReadOnlySpan<T> av = a.Span<T>(), bv = b.Span<T>();
        var yv = y.Span<T>();
        if (a.Shape == b.Shape)
        {
            TOp.Value(av, bv, yv);
        }
        else
        {
            Span<T> bufferA = stackalloc T[Block], bufferB = stackalloc T[Block];
            var runs = new BroadcastRuns(a.Shape, b.Shape, y.Shape);
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
        return Needed(a, b) ? y.MadeBy(new Binary<TOp, T>(a, b)) : y;
    }

    public override void Backward(Tensor output)
    {
        if (Inputs[0].RequiresGrad)
            PullBack(output, ofA: true);
        if (Inputs[1].RequiresGrad)
            PullBack(output, ofA: false);
    }

    [SkipLocalsInit]
    private void PullBack(Tensor output, bool ofA)
    {
        Tensor a = Inputs[0], b = Inputs[1], target = ofA ? a : b;
        ReadOnlySpan<T> av = a.Span<T>(), bv = b.Span<T>(), dy = output.GradientSpan<T>();
        var gradient = target.GradientInto<T>(out var add);
        if (!add)
            gradient.Clear();

        Span<T> bufferA = stackalloc T[Block], bufferB = stackalloc T[Block], slopes = stackalloc T[Block];
        var runs = new BroadcastRuns(a.Shape, b.Shape, output.Shape);
        for (var run = 0; run < runs.Count; run++, runs.Next())
        {
            for (var start = 0; start < runs.Length; start += Block)
            {
                var count = Math.Min(Block, runs.Length - start);
                var left = Operand(av, runs.A, runs.MovesA, start, bufferA[..count]);
                var right = Operand(bv, runs.B, runs.MovesB, start, bufferB[..count]);
                var part = slopes[..count];
                if (ofA)
                    TOp.SlopeA(left, right, part);
                else
                    TOp.SlopeB(left, right, part);
                TensorPrimitives.Multiply<T>(part, dy.Slice((run * runs.Length) + start, count), part);
                Collect(part, gradient, ofA ? runs.A : runs.B, ofA ? runs.MovesA : runs.MovesB, start);
            }
        }
    }

    /// <summary>The operand's values for a block: its own, or one value as often as needed.</summary>
    private static ReadOnlySpan<T> Operand(ReadOnlySpan<T> values, int place, bool moves, int start, Span<T> buffer)
    {
        if (moves)
            return values.Slice(place + start, buffer.Length);
        buffer.Fill(values[place]);
        return buffer;
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
            gradient[place] += TensorPrimitives.Sum(part);
        }
    }
}

/// <summary>Chooses the precision once for a whole operation.</summary>
internal static class Binary
{
    public static Tensor Apply<TOp>(Tensor a, Tensor b)
        where TOp : struct, IBinaryOp
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        Check.SameType(a, b, TOp.Name);
        return a.DType == DType.Float32 ? Binary<TOp, float>.Apply(a, b) : Binary<TOp, double>.Apply(a, b);
    }
}
