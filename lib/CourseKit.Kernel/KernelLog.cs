namespace CourseKit.Kernel;

/// <summary>Lines for the front end's log, but not without end: a port scanner must not fill a disk.</summary>
internal sealed class KernelLog(TextWriter output)
{
    private const int MostLines = 1000;

    private readonly Lock _gate = new();
    private int _lines;

    /// <summary>Writes a line.</summary>
    public void Write(string line)
    {
        lock (_gate)
        {
            if (++_lines > MostLines)
                return;
            output.WriteLine($"coursekit: {line}");
            if (_lines == MostLines)
                output.WriteLine("coursekit: that were many; further lines are not written.");
            output.Flush();
        }
    }
}
