namespace CourseKit.Kernel.Execution;

/// <summary>The requests of the cells that ran, so that what a cell's background work puts out later lands below that cell.</summary>
internal sealed class CellParents
{
    /// <summary>Requests that are remembered. Output of older ones lands below the latest cell.</summary>
    private const int Remembered = 1000;

    private readonly Dictionary<string, byte[]> _headers = [];
    private readonly Queue<string> _order = [];
    private byte[]? _latest;

    /// <summary>A cell begins.</summary>
    public void Add(string cellId, byte[] header)
    {
        _latest = header;
        if (_headers.TryAdd(cellId, header))
            _order.Enqueue(cellId);
        if (_order.Count > Remembered)
            _headers.Remove(_order.Dequeue());
    }

    /// <summary>The header of the request behind a cell; null before the first.</summary>
    public byte[]? Of(string cellId) => _headers.GetValueOrDefault(cellId) ?? _latest;
}
