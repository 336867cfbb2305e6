namespace CourseKit.Numerics;

/// <summary>
/// The stream that PyTorch calls the default generator: one for the process, which begins with seed 0; inside a parallel sweep one for
/// each point, so that points do not draw from each other.
/// </summary>
internal static class SharedRandom
{
    private static readonly TorchRandom OfProcess = new(0);

    [ThreadStatic]
    private static TorchRandom? _own;

    /// <summary>The stream of the calling thread.</summary>
    public static TorchRandom Current => _own ?? OfProcess;

    /// <summary>Until the scope is disposed, the calling thread has a stream of its own, which begins with seed 0.</summary>
    public static Scope Isolate()
    {
        var scope = new Scope(_own);
        _own = new TorchRandom(0);
        return scope;
    }

    /// <summary>Ends an <see cref="Isolate"/>.</summary>
    public readonly ref struct Scope(TorchRandom? previous)
    {
        public void Dispose() => _own = previous;
    }
}
