using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;
using CourseKit.Display;

namespace CourseKit.Autograd;

/// <summary>
/// Numbers in a rectangular arrangement of any number of axes, which remember how they were computed, so that
/// <see cref="Backward"/> can say how a result changes with each of them.
/// </summary>
/// <remarks>
/// Values lie row by row without gaps. <see cref="DType"/> says in which precision all of them are held and computed.
/// Operations make new tensors; only gradients and what an optimizer changes are written in place.
/// </remarks>
/// <example><code>
/// var w = Tensor.From([2.0, -1.0]).RequireGrad();
/// var loss = (w * w).Sum();
/// loss.Backward();            // w.Grad is (4, -2)
/// </code></example>
public sealed partial class Tensor : RichView
{
    private readonly Storage _storage;
    private readonly int _offset;
    private Array? _gradient;
    private bool _gradientIsLent;

    internal Tensor(Storage storage, Shape shape, DType dtype, int offset = 0)
    {
        _storage = storage;
        _offset = offset;
        Shape = shape;
        DType = dtype;
        Count = shape.Size;
    }

    /// <summary>The lengths along the axes, e.g. <c>(n, k)</c> for n rows of k values.</summary>
    public Shape Shape { get; }

    /// <summary>The precision of the values.</summary>
    public DType DType { get; }

    /// <summary>The number of axes.</summary>
    public int Rank => Shape.Rank;

    /// <summary>The number of values: the product of the lengths of <see cref="Shape"/>.</summary>
    public int Count { get; }

    /// <summary>
    /// Whether <see cref="Backward"/> computes a gradient for this tensor: set by <see cref="RequireGrad"/>, inherited by results.
    /// </summary>
    public bool RequiresGrad { get; private set; }

    /// <summary>
    /// The sum of the gradients of all <see cref="Backward"/> calls since <see cref="ZeroGrad"/>, of this tensor's shape; null if there
    /// were none. Only tensors that were marked by <see cref="RequireGrad"/> keep one.
    /// </summary>
    /// <remarks>The values are those of the buffer that the next <see cref="Backward"/> adds to; <see cref="Clone"/> keeps them.</remarks>
    public Tensor? Grad => HasGradient && Node is null ? new Tensor(WrapGradient(), Shape, DType) : null;

    internal Node? Node { get; private set; }

    internal bool HasGradient { get; private set; }

    /// <summary>Of probabilities the scores before the softmax or the sigmoid, so that a loss can begin there; else null.</summary>
    internal Tensor? Scores { get; private set; }

    /// <summary>Marks this tensor as one whose gradient is wanted (a weight), and returns it.</summary>
    /// <exception cref="InvalidOperationException">It is itself the result of a recorded operation.</exception>
    public Tensor RequireGrad()
    {
        if (Node is not null)
        {
            throw new InvalidOperationException(
                "RequireGrad: a tensor that was made from numbers is required; this one is the result of an operation. "
                + "Call Detach() first.");
        }
        RequiresGrad = true;
        return this;
    }

    /// <summary>The same values without a history: gradients stop here. Shares memory with this tensor.</summary>
    public Tensor Detach() => new(_storage, Shape, DType, _offset);

    /// <summary>
    /// Computes the gradient of this single value for every tensor that it depends on, and adds it to their <see cref="Grad"/>.
    /// </summary>
    /// <param name="retainGraph">Keep what is needed for another Backward through the same graph. Default false: it is let go.</param>
    /// <exception cref="InvalidOperationException">This is not a single value, has no history, or the history was used already.</exception>
    public void Backward(bool retainGraph = false)
    {
        if (Count != 1)
        {
            throw new InvalidOperationException(
                $"Backward: a single value is required; received {Shape}. Reduce it first, e.g. with Sum() or Mean().");
        }
        if (!RequiresGrad)
        {
            throw new InvalidOperationException(
                "Backward: nothing here leads to a tensor that requires a gradient. Call RequireGrad() on the weights, "
                + "and compute the loss outside of NoGrad and without Detach().");
        }
        if (DType == DType.Float32)
            Seed<float>();
        else
            Seed<double>();
        if (Node is not null)
            BackwardPass.Run(this, retainGraph);
    }

    /// <summary>Forgets the gradient. Its buffer is used again by the next <see cref="Backward"/>.</summary>
    public void ZeroGrad() => HasGradient = false;

    /// <summary>The values, row by row. <typeparamref name="T"/> is the type that <see cref="DType"/> names.</summary>
    internal Span<T> Span<T>() => _storage.Array<T>().AsSpan(_offset, Count);

    /// <summary>Overwrites the values by those of a tensor of the same precision and number of values.</summary>
    internal void CopyFrom(Tensor other)
    {
        if (DType == DType.Float32)
            other.Span<float>().CopyTo(Span<float>());
        else
            other.Span<double>().CopyTo(Span<double>());
    }

    /// <summary>The gradient that was collected.</summary>
    internal Span<T> GradientSpan<T>() => ((T[])_gradient!).AsSpan(0, Count);

    /// <summary>
    /// Where an operation puts this tensor's part of the gradient: every value, added to what is there if <paramref name="add"/>.
    /// </summary>
    internal Span<T> GradientInto<T>(out bool add)
    {
        add = HasGradient;
        HasGradient = true;
        if (_gradient is null)
        {
            _gradientIsLent = Node is not null;
            _gradient = _gradientIsLent ? ArrayPool<T>.Shared.Rent(Count) : GC.AllocateUninitializedArray<T>(Count);
        }
        return GradientSpan<T>();
    }

    /// <summary>Adds an operation's whole part of the gradient.</summary>
    internal void AddToGradient<T>(ReadOnlySpan<T> part)
        where T : unmanaged, INumberBase<T>
    {
        var gradient = GradientInto<T>(out var add);
        if (add)
            TensorPrimitives.Add(gradient, part, gradient);
        else
            part.CopyTo(gradient);
    }

    /// <summary>Gives the buffer of an intermediate result's gradient back.</summary>
    internal void DropGradient()
    {
        if (!_gradientIsLent)
            return;
        if (_gradient is float[] floats)
            ArrayPool<float>.Shared.Return(floats);
        else if (_gradient is double[] doubles)
            ArrayPool<double>.Shared.Return(doubles);
        (_gradient, _gradientIsLent, HasGradient) = (null, false, false);
    }

    /// <summary>Remembers how this tensor was made.</summary>
    internal Tensor MadeBy(Node node)
    {
        Node = node;
        RequiresGrad = true;
        return this;
    }

    /// <summary>Remembers that these are probabilities made of scores.</summary>
    internal Tensor OfScores(Tensor scores)
    {
        Scores = scores;
        return this;
    }

    /// <summary>The same values in another arrangement or a part of them, without a history.</summary>
    internal Tensor View(Shape shape, int offset = 0) => new(_storage, shape, DType, _offset + offset);

    // dy/dy = 1.
    private void Seed<T>()
        where T : INumberBase<T>
    {
        var gradient = GradientInto<T>(out var add);
        gradient[0] = add ? gradient[0] + T.One : T.One;
    }

    private Storage WrapGradient() => DType == DType.Float32 ? Storage.Own((float[])_gradient!) : Storage.Own((double[])_gradient!);
}
