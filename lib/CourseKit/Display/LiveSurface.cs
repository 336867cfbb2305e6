namespace CourseKit.Display;

/// <summary>A place where progress can be seen.</summary>
internal interface ILiveSurface
{
    /// <summary>The least time between two sights of it.</summary>
    TimeSpan Pause { get; }

    /// <summary>Shows how far the work is; the last time with <paramref name="ended"/>.</summary>
    void Show(Progress progress, bool ended);
}

/// <summary>Chooses the surface for the host at hand.</summary>
internal static class LiveSurfaces
{
    public static ILiveSurface Find() =>
        Notebook.ReplacesInPlace ? new DisplaySurface()
        : Console.IsOutputRedirected ? new LogSurface(Console.Out)
        : new TerminalSurface(Console.Out, () => Console.WindowWidth);
}

/// <summary>A notebook: one display, replaced in place.</summary>
internal sealed class DisplaySurface : ILiveSurface
{
    private Shown? _shown;

    public TimeSpan Pause { get; } = TimeSpan.FromMilliseconds(250);

    public void Show(Progress progress, bool ended)
    {
        if (_shown is null)
            _shown = Notebook.Show(progress);
        else
            _shown.Update(progress);
    }
}

/// <summary>A terminal: one line that is written over.</summary>
internal sealed class TerminalSurface(TextWriter terminal, Func<int> width) : ILiveSurface
{
    private int _letters;

    public TimeSpan Pause { get; } = TimeSpan.FromMilliseconds(100);

    public void Show(Progress progress, bool ended)
    {
        // A line that reaches the edge wraps, and a wrapped line cannot be written over.
        var room = Math.Max(20, width() - 1);
        var text = progress.ToText();
        text = text.Length <= room ? text : text[..room];
        terminal.Write("\r" + text.PadRight(Math.Min(_letters, room)) + (ended ? Environment.NewLine : ""));
        terminal.Flush();
        _letters = text.Length;
    }
}

/// <summary>A file, a pipe, a build server: whole lines, now and then, and the last one always.</summary>
internal sealed class LogSurface(TextWriter log) : ILiveSurface
{
    private bool _begun;

    public TimeSpan Pause { get; } = TimeSpan.FromSeconds(10);

    public void Show(Progress progress, bool ended)
    {
        if (_begun)
            log.WriteLine(progress.ToString());
        _begun = true;
    }
}
