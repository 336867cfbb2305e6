using System.Numerics;
using System.Runtime.CompilerServices;
using CourseKit.Autograd;

namespace CourseKit.Nn.Optimizers;

/// <summary>An optimizer that treats every weight by itself, with a few remembered numbers for each.</summary>
public abstract class ElementwiseOptimizer : Optimizer
{
    /// <summary>Weights changed at a time: all passes over them find them in the first cache.</summary>
    private const int Block = 512;

    private readonly Array?[] _states;
    private readonly int _slots;

    private protected ElementwiseOptimizer(IEnumerable<Tensor> parameters, double learningRate, int slots)
        : base(parameters, learningRate)
    {
        _slots = slots;
        _states = new Array?[Parameters.Count];
    }

    /// <inheritdoc/>
    public sealed override void Step()
    {
        BeginStep();
        for (var i = 0; i < Parameters.Count; i++)
        {
            var parameter = Parameters[i];
            if (!parameter.HasGradient)
                continue;
            if (parameter.DType == DType.Float32)
                Step<float>(parameter, ref _states[i]);
            else
                Step<double>(parameter, ref _states[i]);
        }
    }

    /// <summary>Called once before the weights are changed.</summary>
    private protected virtual void BeginStep()
    {
    }

    /// <summary>Changes the weights of one block.</summary>
    private protected abstract void Update<T>(in UpdateBlock<T> block)
        where T : unmanaged, IFloatingPointIeee754<T>;

    // A slot lies behind the other: numbers of slot s begin at s · count.
    [SkipLocalsInit]
    private void Step<T>(Tensor parameter, ref Array? state)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var count = parameter.Count;
        var slots = (T[])(state ??= new T[_slots * count]);
        Span<T> weights = parameter.Span<T>(), gradients = parameter.GradientSpan<T>();
        Span<T> scratch = stackalloc T[Block];
        for (var start = 0; start < count; start += Block)
        {
            var length = Math.Min(Block, count - start);
            Update(new UpdateBlock<T>
            {
                Weights = weights.Slice(start, length),
                Gradients = gradients.Slice(start, length),
                First = _slots > 0 ? slots.AsSpan(start, length) : default,
                Second = _slots > 1 ? slots.AsSpan(count + start, length) : default,
                Scratch = scratch[..length],
            });
        }
    }
}

/// <summary>Some weights of one tensor with what belongs to them; all spans have the same length.</summary>
internal readonly ref struct UpdateBlock<T>
{
    /// <summary>To be changed.</summary>
    public required Span<T> Weights { get; init; }

    /// <summary>The slope of the loss.</summary>
    public required ReadOnlySpan<T> Gradients { get; init; }

    /// <summary>What is remembered for each weight, 0 at first.</summary>
    public required Span<T> First { get; init; }

    /// <summary>What else is remembered, 0 at first.</summary>
    public required Span<T> Second { get; init; }

    /// <summary>Room to compute in, whatever stands there.</summary>
    public required Span<T> Scratch { get; init; }
}
