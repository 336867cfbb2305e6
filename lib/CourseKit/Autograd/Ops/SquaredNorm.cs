using System.Numerics;
using System.Numerics.Tensors;
using CourseKit.Numerics;

namespace CourseKit.Autograd.Ops;

/// <summary>L = (factor / 2) · Σ over all weights w². Backward: dw = factor · w · dL.</summary>
internal sealed class SquaredNorm<T>(Tensor[] weights, double factor) : Node(weights)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static Tensor Apply(Tensor[] weights, double factor)
    {
        var sum = T.Zero;
        foreach (var weight in weights)
            sum += new SumOfSquares(weight).Run();
        var y = Tensor.Empty([], weights[0].DType);
        y.Span<T>()[0] = T.CreateChecked(factor / 2) * sum;
        return Array.Exists(weights, Needed) ? y.MadeBy(new SquaredNorm<T>(weights, factor)) : y;
    }

    public override void Backward(Tensor output)
    {
        var share = T.CreateChecked(factor) * output.GradientSpan<T>()[0];
        foreach (var weight in Inputs)
        {
            if (weight.RequiresGrad)
                new PullBack(weight, share).Run();
        }
    }

    /// <summary>Σ w² of one tensor, by pieces whose sums are added in order: the same on any number of threads.</summary>
    private sealed class SumOfSquares(Tensor weight) : ParallelWork
    {
        private readonly T[] _sums = new T[Piece.CountFor(weight)];

        public T Run()
        {
            WorkCrew.Shared.Run(this, _sums.Length, NumericThreads.Count);
            return Sums.Sum<T>(_sums);
        }

        public override void Execute(int piece) => _sums[piece] = Sums.SumOfSquares<T>(Piece.Of(weight.Span<T>(), piece));
    }

    private sealed class PullBack(Tensor weight, T share) : ParallelWork
    {
        private bool _add;

        public void Run()
        {
            weight.GradientInto<T>(out _add);
            WorkCrew.Shared.Run(this, Piece.CountFor(weight), NumericThreads.Count);
        }

        public override void Execute(int piece)
        {
            ReadOnlySpan<T> w = Piece.Of(weight.Span<T>(), piece);
            var dw = Piece.Of(weight.GradientSpan<T>(), piece);
            if (_add)
                TensorPrimitives.MultiplyAdd(w, share, dw, dw);
            else
                TensorPrimitives.Multiply(w, share, dw);
        }
    }
}

/// <summary>Chooses the precision once for a whole operation.</summary>
internal static class SquaredNorm
{
    public static Tensor Apply(Tensor[] weights, double factor) =>
        weights[0].DType == DType.Float32 ? SquaredNorm<float>.Apply(weights, factor) : SquaredNorm<double>.Apply(weights, factor);
}
