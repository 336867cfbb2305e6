namespace CourseKit.Notebooks.Sessions.Output;

/// <summary>The console as cells see it: output goes to the notebook, input comes from whoever sits before it.</summary>
internal sealed class CellConsole(EventOutbox outbox, InputRequests requests)
{
    public TextWriter Out { get; } = TextWriter.Synchronized(new CapturingWriter("stdout", outbox));

    public TextWriter Error { get; } = TextWriter.Synchronized(new CapturingWriter("stderr", outbox));

    /// <summary>Before each cell: what the last one did with <see cref="Console.SetOut"/> ended with it, and so did a line that it had not read to its end.</summary>
    public void Attach()
    {
        Console.SetOut(Out);
        Console.SetError(Error);
        Console.SetIn(new CellInput(requests));
    }
}
