namespace CourseKit.Notebooks.Sessions.Output;

/// <summary>Which cell the calling code belongs to. Tasks and threads inherit it from the code that started them.</summary>
internal static class CellScope
{
    private static readonly AsyncLocal<string?> Current = new();

    /// <summary>The cell that ran last: the owner of code that inherited nothing.</summary>
    private static volatile string _latest = "";

    public static string CellId => Current.Value ?? _latest;

    /// <summary>Makes the calling flow of control, and all that it starts, part of a cell.</summary>
    public static void Enter(string cellId)
    {
        _latest = cellId;
        Current.Value = cellId;
    }
}
