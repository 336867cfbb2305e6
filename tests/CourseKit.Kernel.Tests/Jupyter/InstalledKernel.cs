using System.Diagnostics;

namespace CourseKit.Kernel.Tests.Jupyter;

/// <summary>The built command, installed as a kernel in a folder of its own, so that nothing of the user's is touched.</summary>
public sealed class InstalledKernel : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coursekit-jupyter-").FullName;

    public InstalledKernel()
    {
        using var install = Process.Start(new ProcessStartInfo("dotnet", [Program, "jupyter", "install", "--prefix", _folder]) { RedirectStandardOutput = true })!;
        Said = install.StandardOutput.ReadToEnd().Replace(_folder.Replace('\\', '/'), "<prefix>", StringComparison.Ordinal);
        install.WaitForExit();
        Directory.CreateDirectory(Path.Combine(_folder, "work"));
    }

    /// <summary>What the installation said.</summary>
    public string Said { get; }

    /// <summary>Where kernels are started.</summary>
    public string Work => Path.Combine(_folder, "work");

    /// <summary>The command as it was built, in the same configuration as these tests.</summary>
    private static string Program { get; } =
        Repository.PathOf("artifacts", "bin", "CourseKit.Cli", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "CourseKit.Cli.dll");

    /// <summary>What makes Jupyter find the kernel and keep its own files here, too.</summary>
    internal (string Name, string Value)[] Environment =>
    [
        ("JUPYTER_PATH", Path.Combine(_folder, "share", "jupyter")), ("JUPYTER_RUNTIME_DIR", Path.Combine(_folder, "runtime")),
        ("JUPYTER_CONFIG_DIR", Path.Combine(_folder, "config")), ("JUPYTER_DATA_DIR", Path.Combine(_folder, "data")), ("IPYTHONDIR", Path.Combine(_folder, "ipython")),
    ];

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
