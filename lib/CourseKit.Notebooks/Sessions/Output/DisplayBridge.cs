using CourseKit.Notebooks.Display;

namespace CourseKit.Notebooks.Sessions.Output;

/// <summary>Where cells, and libraries that know nothing of this program, find the session's display.</summary>
internal static class DisplayBridge
{
    /// <summary>Under this name libraries find a dictionary of delegates: <c>show</c>, <c>update</c>, <c>log</c>, all of BCL types.</summary>
    public const string HostKey = "CourseKit.DisplayHost/1";

    private static CellDisplay? _display;

    /// <summary>The process's one session.</summary>
    public static CellDisplay Display => _display ?? throw new InvalidOperationException("display: a running session is required; there is none.");

    public static void Open(CellDisplay display, TextWriter log)
    {
        _display = display;
        AppContext.SetData(HostKey, new Dictionary<string, Delegate>
        {
            ["show"] = (string id, object value) => display.Show(id, ValueFormatter.BridgeBundle(value)),
            ["update"] = (string id, object value) => display.Update(id, ValueFormatter.BridgeBundle(value)),
            ["log"] = () => log,
        });
    }
}
