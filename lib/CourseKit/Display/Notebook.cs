namespace CourseKit.Display;

/// <summary>The way from the library to whatever shows the notebook: this project's session, .NET Interactive, or a plain terminal.</summary>
/// <remarks>The contract with the host is one page: <c>lib/CourseKit/Display/README.md</c>.</remarks>
public static class Notebook
{
    /// <summary>The key in <see cref="AppContext"/> under which a host offers its delegates; the number is the contract's version.</summary>
    public const string HostKey = "CourseKit.DisplayHost/1";

    private static long _lastId;

    /// <summary>The writer that log lines go to, such as <c>Iteration 1, loss = 2.30</c>: the output of the running cell.</summary>
    public static TextWriter Log => Host.Log();

    /// <summary>Whether what is shown can be replaced where it stands.</summary>
    internal static bool ReplacesInPlace => Host is not TextHost;

    private static IDisplayHost Host => (IDisplayHost?)DelegateHost.Find() ?? (IDisplayHost?)InteractiveHost.Find() ?? TextHost.Instance;

    /// <summary>Shows a value below the running cell now, before the cell ends.</summary>
    /// <param name="value">A <see cref="RichView"/>, a MIME bundle (<c>IReadOnlyDictionary&lt;string, object&gt;</c>), or anything else.</param>
    /// <returns>What was shown; <see cref="Shown.Update"/> replaces it in place.</returns>
    public static Shown Show(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var id = string.Create(CultureInfo.InvariantCulture, $"coursekit-{Interlocked.Increment(ref _lastId)}");
        return new Shown(Host.Show(id, value));
    }
}

/// <summary>Something that <see cref="Notebook.Show"/> put on the screen.</summary>
public sealed class Shown
{
    private readonly Action<object> _update;

    internal Shown(Action<object> update) => _update = update;

    /// <summary>Puts <paramref name="value"/> in the place of what was shown. Where the host cannot do that, it is shown below.</summary>
    public void Update(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _update(value);
    }
}
