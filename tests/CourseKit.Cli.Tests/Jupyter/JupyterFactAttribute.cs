namespace CourseKit.Cli.Tests.Jupyter;

/// <summary>A test with Jupyter's own client: skipped where Debian's python3-nbclient is not installed. Each stands in tests/allowed-skips.txt.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class JupyterFactAttribute : FactAttribute
{
    /// <summary>Debian's own, in which its packages are.</summary>
    public const string Python = "/usr/bin/python3";

    public JupyterFactAttribute()
    {
        if (!File.Exists(Python) || !Directory.Exists("/usr/lib/python3/dist-packages/nbclient"))
            Skip = "python3-nbclient is not installed";
    }
}

/// <summary>A test in Jupyter Notebook in a browser: skipped where one of the two is not installed. Each stands in tests/allowed-skips.txt.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NotebookFactAttribute : FactAttribute
{
    public NotebookFactAttribute()
    {
        if (Chromium.Program is null || !File.Exists(Chromium.Plotly))
            Skip = "chromium, node and the npm packages of tests/browser are not installed";
        else if (!File.Exists(NotebookServer.Program))
            Skip = "jupyter-notebook is not installed";
    }
}
