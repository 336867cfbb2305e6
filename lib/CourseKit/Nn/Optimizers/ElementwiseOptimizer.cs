using System.Numerics;
using System.Runtime.CompilerServices;
using CourseKit.Autograd;
using CourseKit.Numerics;

namespace CourseKit.Nn.Optimizers;

/// <summary>An optimizer that treats every weight by itself, with a few remembered numbers for each.</summary>
public abstract class ElementwiseOptimizer : Optimizer
{
    private readonly Array?[] _states;
    private readonly int _slots;
    private readonly Pieces _pieces;

    private protected ElementwiseOptimizer(IEnumerable<Tensor> parameters, double learningRate, int slots)
        : base(parameters, learningRate)
    {
        _slots = slots;
        _states = new Array?[Parameters.Count];
        _pieces = new Pieces(this);
    }

    /// <inheritdoc/>
    public sealed override void Step()
    {
        BeginStep();
        _pieces.Run();
    }

    /// <summary>Called once before the weights are changed.</summary>
    private protected virtual void BeginStep()
    {
    }

    /// <summary>Changes the weights of one block. Called from several threads at a time, for different blocks.</summary>
    private protected abstract void Update<T>(in UpdateBlock<T> block)
        where T : unmanaged, IFloatingPointIeee754<T>;

    // A slot lies behind the other: numbers of slot s begin at s · count.
    [SkipLocalsInit]
    private void Update<T>(int parameter, int start, int end)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // As many weights as all passes over them find in the first cache.
        const int Block = 512;

        var tensor = Parameters[parameter];
        Span<T> weights = tensor.Span<T>(), gradients = tensor.GradientSpan<T>(), slots = (T[])_states[parameter]!;
        Span<T> scratch = stackalloc T[Block];
        for (; start < end; start += Block)
        {
            var length = Math.Min(Block, end - start);
            Update(new UpdateBlock<T>
            {
                Weights = weights.Slice(start, length),
                Gradients = gradients.Slice(start, length),
                First = _slots > 0 ? slots.Slice(start, length) : default,
                Second = _slots > 1 ? slots.Slice(weights.Length + start, length) : default,
                Scratch = scratch[..length],
            });
        }
    }

    /// <summary>All weights in pieces that are large enough for a thread of their own.</summary>
    private sealed class Pieces : ParallelWork
    {
        private const int Size = 16384;

        private readonly ElementwiseOptimizer _optimizer;
        private readonly (int Parameter, int Start)[] _pieces;

        public Pieces(ElementwiseOptimizer optimizer)
        {
            _optimizer = optimizer;
            _pieces = [.. optimizer.Parameters.SelectMany((parameter, i) =>
                Enumerable.Range(0, (parameter.Count + Size - 1) / Size).Select(piece => (i, piece * Size)))];
        }

        public void Run()
        {
            for (var i = 0; i < _optimizer._states.Length; i++)
            {
                var parameter = _optimizer.Parameters[i];
                var count = _optimizer._slots * parameter.Count;
                _optimizer._states[i] ??= parameter.DType == DType.Float32 ? new float[count] : new double[count];
            }
            WorkCrew.Shared.Run(this, _pieces.Length, _pieces.Length > _optimizer.Parameters.Count ? NumericThreads.Count : 1);
        }

        public override void Execute(int piece)
        {
            var (parameter, start) = _pieces[piece];
            var tensor = _optimizer.Parameters[parameter];
            if (!tensor.HasGradient)
                return;
            var end = Math.Min(start + Size, tensor.Count);
            if (tensor.DType == DType.Float32)
                _optimizer.Update<float>(parameter, start, end);
            else
                _optimizer.Update<double>(parameter, start, end);
        }
    }
}
