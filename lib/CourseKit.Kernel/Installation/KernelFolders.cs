namespace CourseKit.Kernel.Installation;

/// <summary>Where Jupyter looks for kernels.</summary>
public static class KernelFolders
{
    private const string Kernels = "kernels";

    /// <summary>The user's own: no rights are needed there, and it is found from every environment.</summary>
    /// <remarks>As jupyter_core has it: <c>JUPYTER_DATA_DIR</c>, else <c>%APPDATA%\jupyter</c>, <c>~/Library/Jupyter</c>, <c>$XDG_DATA_HOME/jupyter</c>.</remarks>
    public static string OfUser() => Path.Combine(DataFolder(), Kernels);

    /// <summary>That of an environment: <c>PREFIX/share/jupyter/kernels</c>.</summary>
    /// <param name="prefix">Python's <c>sys.prefix</c> there, such as a conda environment's folder.</param>
    public static string OfPrefix(string prefix) => Path.Combine(Path.GetFullPath(prefix), "share", "jupyter", Kernels);

    private static string DataFolder()
    {
        if (Environment.GetEnvironmentVariable("JUPYTER_DATA_DIR") is { Length: > 0 } given)
            return given;
        if (OperatingSystem.IsWindows())
            return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter");
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Jupyter")
            : Path.Combine(Environment.GetEnvironmentVariable("XDG_DATA_HOME") is { Length: > 0 } data ? data : Path.Combine(home, ".local", "share"), "jupyter");
    }
}
