namespace CourseKit.Autograd;

/// <summary>
/// What is computed on this thread while the scope is open is computed in lent memory, which goes back when it closes:
/// a training loop then works in the same few arrays at every step.
/// </summary>
internal sealed class MemoryScope
{
    [ThreadStatic]
    private static MemoryScope? _current;

    private readonly List<Storage> _lent = [];
    private MemoryScope? _outer;

    /// <summary>The innermost open scope of this thread.</summary>
    public static MemoryScope? Current => _current;

    /// <summary>Opens the scope until the result is disposed. The same instance can be opened again after that.</summary>
    public Opened Open()
    {
        _outer = _current;
        _current = this;
        return new Opened(this);
    }

    /// <summary>Remembers what to give back.</summary>
    public void Add(Storage storage) => _lent.Add(storage);

    private void Close()
    {
        _current = _outer;
        foreach (var storage in _lent)
            storage.GiveBack();
        _lent.Clear();
    }

    /// <summary>An open scope.</summary>
    public readonly struct Opened(MemoryScope scope) : IDisposable
    {
        /// <summary>Closes the scope: everything goes back.</summary>
        public void Dispose() => scope.Close();
    }
}
