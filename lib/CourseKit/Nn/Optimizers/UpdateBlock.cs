using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using CourseKit.Numerics;

namespace CourseKit.Nn.Optimizers;

/// <summary>Some weights of one tensor with what belongs to them; all spans have the same length, or are empty where nothing is kept.</summary>
internal readonly ref struct UpdateBlock<T>
    where T : unmanaged
{
    /// <summary>To be changed.</summary>
    public required Span<T> Weights { get; init; }

    /// <summary>The slope of the loss.</summary>
    public required ReadOnlySpan<T> Gradients { get; init; }

    /// <summary>What is remembered for each weight.</summary>
    public required Span<T> First { get; init; }

    /// <inheritdoc cref="First"/>
    public required Span<T> Second { get; init; }

    /// <inheritdoc cref="First"/>
    public required Span<T> Third { get; init; }

    /// <summary>How often the tensor has been changed, this step included: 1, 2, …</summary>
    public required long Step { get; init; }

    /// <summary>λ of g ← g + λ w, before everything else; 0 for none.</summary>
    public required double DecayOfGradients { get; init; }

    /// <summary>The factor of w ← factor · w, before everything else; 1 for none.</summary>
    public required double WeightFactor { get; init; }

    /// <summary>Changes the weights and the memory: one pass, in which each number is read and written once.</summary>
    /// <remarks>
    /// Memory traffic is what an optimizer costs. The vectors, and with them the bits, do not depend on how long the block is.
    /// </remarks>
    public void Apply<TRule>(TRule rule)
        where TRule : struct, IUpdateRule => Apply(rule, SimdPaths.Best);

    /// <summary>The same with the vectors chosen, for tests.</summary>
    internal void Apply<TRule>(TRule rule, SimdPath path)
        where TRule : struct, IUpdateRule
    {
        if (path == SimdPath.Vector512)
            Pass<TRule, Simd512<T>, Vector512<T>>(rule);
        else if (path == SimdPath.Vector256)
            Pass<TRule, Simd256<T>, Vector256<T>>(rule);
        else
            Pass<TRule, Simd128<T>, Vector128<T>>(rule);
    }

    // The last few go through the same vector code. Inlined by a caller, the loop would outgrow what the JIT is ready to inline into it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private unsafe void Pass<TRule, TSimd, TVector>(TRule rule)
        where TRule : struct, IUpdateRule
        where TSimd : struct, IVectorMath<TVector, T>
        where TVector : struct
    {
        fixed (T* w = Weights, g = Gradients, a = First, b = Second, c = Third)
        {
            for (var i = 0; i < Weights.Length; i += TSimd.Count)
            {
                var count = Math.Min(TSimd.Count, Weights.Length - i);
                TVector weights = Load<TSimd, TVector>(w, i, count), gradients = Load<TSimd, TVector>(g, i, count);
                TVector first = Load<TSimd, TVector>(a, i, count), second = Load<TSimd, TVector>(b, i, count);
                var third = Load<TSimd, TVector>(c, i, count);
                if (DecayOfGradients != 0)
                    gradients = TSimd.MultiplyAdd(TSimd.Constant(DecayOfGradients), weights, gradients);
                if (WeightFactor != 1)
                    weights = TSimd.Multiply(TSimd.Constant(WeightFactor), weights);

                weights = rule.Apply<TSimd, TVector, T>(weights, gradients, ref first, ref second, ref third);

                Store<TSimd, TVector>(weights, w, i, count);
                Store<TSimd, TVector>(first, a, i, count);
                Store<TSimd, TVector>(second, b, i, count);
                Store<TSimd, TVector>(third, c, i, count);
            }
        }
    }

    // Whole vectors are not masked: a masked load waits for earlier stores. No memory, no traffic: the pointer to an empty span is null.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe TVector Load<TSimd, TVector>(T* from, int i, int count)
        where TSimd : struct, IVectorMath<TVector, T>
        where TVector : struct =>
        from == null ? default : count == TSimd.Count ? TSimd.Load(from + i) : TSimd.LoadFirst(from + i, count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Store<TSimd, TVector>(TVector value, T* to, int i, int count)
        where TSimd : struct, IVectorMath<TVector, T>
        where TVector : struct
    {
        if (to == null)
            return;
        if (count == TSimd.Count)
            TSimd.Store(value, to + i);
        else
            TSimd.StoreFirst(value, to + i, count);
    }
}
