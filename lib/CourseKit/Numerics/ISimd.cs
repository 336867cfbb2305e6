namespace CourseKit.Numerics;

/// <summary>What a kernel needs of a vector of <typeparamref name="T"/>; its implementations differ in width only.</summary>
/// <remarks>
/// All static and resolved by the JIT: a kernel written once against it compiles to the same instructions as one written by hand.
/// </remarks>
internal unsafe interface ISimd<TVector, T>
    where TVector : struct
    where T : unmanaged
{
    /// <summary>Elements in a vector.</summary>
    static abstract int Count { get; }

    /// <summary>The tallest tile of two vectors' width whose sums fit the registers: 4, 6, 8 or 12.</summary>
    static abstract int TileRows { get; }

    static abstract TVector Load(T* source);

    static abstract void Store(TVector value, T* target);

    static abstract TVector Broadcast(T* source);

    static abstract TVector Add(TVector x, TVector y);

    /// <summary>x · y + sum; fused where the CPU can, so that every path rounds alike.</summary>
    static abstract TVector MultiplyAdd(TVector x, TVector y, TVector sum);

    /// <summary>The first elements, the others zero. Touches no memory behind them.</summary>
    /// <param name="source">Where they stand.</param>
    /// <param name="count">0..Count.</param>
    static abstract TVector LoadFirst(T* source, int count);

    /// <summary>Stores the first elements and touches no memory behind them.</summary>
    /// <param name="value">The vector.</param>
    /// <param name="target">Where they go.</param>
    /// <param name="count">0..Count.</param>
    static abstract void StoreFirst(TVector value, T* target, int count);
}
