namespace CourseKit.Notebooks.Sessions.Output;

/// <summary>The console as cells see it: output goes to the notebook, there is nothing to read.</summary>
internal sealed class CellConsole(EventOutbox outbox)
{
    public TextWriter Out { get; } = TextWriter.Synchronized(new CapturingWriter("stdout", outbox));

    public TextWriter Error { get; } = TextWriter.Synchronized(new CapturingWriter("stderr", outbox));

    /// <summary>Before each cell: what the last one did with <see cref="Console.SetOut"/> ended with it.</summary>
    public void Attach()
    {
        Console.SetOut(Out);
        Console.SetError(Error);
        Console.SetIn(TextReader.Null);
    }
}
