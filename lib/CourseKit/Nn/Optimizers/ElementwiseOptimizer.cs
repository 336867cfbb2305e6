using System.Numerics;
using CourseKit.Autograd;
using CourseKit.Numerics;
using static System.FormattableString;

namespace CourseKit.Nn.Optimizers;

/// <summary>An optimizer that treats every weight by itself, with a few remembered numbers for each.</summary>
public abstract class ElementwiseOptimizer : Optimizer
{
    private readonly ElementwiseOptions _options;
    private readonly Memory _memory;
    private readonly Array?[] _first, _second, _third;
    private readonly long[] _steps;
    private readonly Pieces _pieces;

    private protected ElementwiseOptimizer(
        IEnumerable<Tensor> parameters, double learningRate, ElementwiseOptions options, Memory memory = Memory.None)
        : base(parameters, learningRate)
    {
        if (!(options.WeightDecay >= 0))
        {
            throw new ArgumentException(Invariant(
                $"{GetType().Name}: a WeightDecay of 0 or more is required; received {options.WeightDecay}."));
        }
        (_options, _memory) = (options, memory);
        (_first, _second, _third) = (new Array?[Parameters.Count], new Array?[Parameters.Count], new Array?[Parameters.Count]);
        _steps = new long[Parameters.Count];
        _pieces = new Pieces(this);
    }

    /// <summary>Which numbers are remembered for each weight.</summary>
    [Flags]
    private protected enum Memory
    {
        None = 0,
        First = 1,
        Second = 2,
        Third = 4,
    }

    /// <summary>
    /// Called at the beginning of every <see cref="Step()"/> with the weights, whose gradients it may change: the place for
    /// <see cref="GradientClipping"/>, where the training loop is not one's own. Null for nothing.
    /// </summary>
    public Action<IReadOnlyList<Tensor>>? BeforeStep { get; set; }

    /// <summary>What the first remembered number is before the first step.</summary>
    private protected virtual double FirstAtStart => 0;

    /// <inheritdoc/>
    public sealed override void Step()
    {
        BeforeStep?.Invoke(Parameters);
        for (var i = 0; i < Parameters.Count; i++)
        {
            if (!Parameters[i].HasGradient)
                continue;
            if (_steps[i]++ == 0)
                Remember(i);
        }
        _pieces.Run();
    }

    /// <summary>Changes the weights of one block. Called from several threads at a time, for different blocks.</summary>
    private protected abstract void Update<T>(in UpdateBlock<T> block)
        where T : unmanaged, IFloatingPointIeee754<T>;

    private void Remember(int parameter)
    {
        if (Parameters[parameter].DType == DType.Float32)
            Remember<float>(parameter);
        else
            Remember<double>(parameter);
    }

    private void Remember<T>(int parameter)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var count = Parameters[parameter].Count;
        if (_memory.HasFlag(Memory.First))
        {
            var first = new T[count];
            if (FirstAtStart != 0)
                Array.Fill(first, T.CreateChecked(FirstAtStart));
            _first[parameter] = first;
        }
        if (_memory.HasFlag(Memory.Second))
            _second[parameter] = new T[count];
        if (_memory.HasFlag(Memory.Third))
            _third[parameter] = new T[count];
    }

    private void Update<T>(int parameter, int start, int length)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var tensor = Parameters[parameter];
        Update(new UpdateBlock<T>
        {
            Weights = tensor.Span<T>().Slice(start, length),
            Gradients = tensor.GradientSpan<T>().Slice(start, length),
            First = Part(_first),
            Second = Part(_second),
            Third = Part(_third),
            Step = _steps[parameter],
            DecayOfGradients = _options.DecayIsDecoupled ? 0 : _options.WeightDecay,
            WeightFactor = _options.DecayIsDecoupled ? 1 - (LearningRate * _options.WeightDecay) : 1,
        });

        Span<T> Part(Array?[] memory) => memory[parameter] is T[] numbers ? numbers.AsSpan(start, length) : [];
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

        public void Run() => WorkCrew.Shared.Run(
            this, _pieces.Length, _pieces.Length > _optimizer.Parameters.Count ? NumericThreads.Count : 1);

        public override void Execute(int piece)
        {
            var (parameter, start) = _pieces[piece];
            var tensor = _optimizer.Parameters[parameter];
            if (!tensor.HasGradient)
                return;
            var length = Math.Min(Size, tensor.Count - start);
            if (tensor.DType == DType.Float32)
                _optimizer.Update<float>(parameter, start, length);
            else
                _optimizer.Update<double>(parameter, start, length);
        }
    }
}

/// <summary>What every optimizer that treats each weight by itself can do.</summary>
public abstract record ElementwiseOptions
{
    private protected ElementwiseOptions()
    {
    }

    /// <summary>λ, the pull of every weight, biases too, towards 0; 0 or more. Default 0: none.</summary>
    public double WeightDecay { get; init; }

    /// <summary>
    /// Whether the decay shortens the weights themselves, w ← w − η λ w, before the step, or is added to the gradients,
    /// g ← g + λ w, and goes through the rule with them: what <see cref="Dialect.DecayIsDecoupled"/> says. Default false.
    /// </summary>
    /// <remarks>I. Loshchilov and F. Hutter, Decoupled Weight Decay Regularization, ICLR 2019, algorithms 1 and 2.</remarks>
    public bool DecayIsDecoupled { get; init; }
}
