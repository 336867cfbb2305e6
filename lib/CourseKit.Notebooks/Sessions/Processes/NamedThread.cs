namespace CourseKit.Notebooks.Sessions.Processes;

/// <summary>Starts threads that end with the process.</summary>
internal static class NamedThread
{
    /// <summary>As much as a Linux program's main thread has, everywhere: cells and the compiler recurse.</summary>
    private const int StackSize = 8 << 20;

    public static Thread Start(string name, Action work)
    {
        var thread = new Thread(() => work(), StackSize) { Name = $"coursekit {name}", IsBackground = true };
        thread.Start();
        return thread;
    }
}
