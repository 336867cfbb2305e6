namespace CourseKit.Notebooks.Sessions.Output;

/// <summary>Which run of which cell the calling code belongs to. Tasks and threads inherit it from the code that started them.</summary>
/// <param name="CellId">The cell.</param>
/// <param name="Stop">Cancelled when that run was interrupted, for good: what it left behind in the background is to stop whenever it wakes.</param>
internal sealed record CellScope(string CellId, CancellationToken Stop)
{
    private static readonly AsyncLocal<CellScope?> Inherited = new();

    /// <summary>The cell that ran last: the owner of code that inherited nothing.</summary>
    private static volatile CellScope _latest = new("", CancellationToken.None);

    public static CellScope Current => Inherited.Value ?? _latest;

    /// <summary>Makes the calling flow of control, and all that it starts, part of a run.</summary>
    public static void Enter(CellScope scope)
    {
        _latest = scope;
        Inherited.Value = scope;
    }

    /// <summary>Throws in a run that is to stop.</summary>
    /// <exception cref="OperationCanceledException">The calling code's cell was interrupted.</exception>
    public static void Checkpoint() => Current.Stop.ThrowIfCancellationRequested();
}
