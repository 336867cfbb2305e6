namespace CourseKit.Numerics;

/// <summary>How to compute a product; the results are the same bits on any number of threads.</summary>
internal readonly record struct GemmOptions()
{
    /// <summary>Default: the widest vectors that this CPU has.</summary>
    public SimdPath Path { get; init; } = SimdPaths.Best;

    /// <summary>Default: <see cref="NumericThreads.Count"/>.</summary>
    public int? Threads { get; init; }
}
