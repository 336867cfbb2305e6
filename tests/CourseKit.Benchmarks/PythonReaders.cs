using System.Diagnostics;
using System.Globalization;

namespace CourseKit.Benchmarks;

/// <summary>NumPy and SciPy in a process of their own, which reads a file when told to and says how long it took.</summary>
internal sealed class PythonReaders : IDisposable
{
    private readonly Process _python;

    /// <param name="files">Path of each kind of file.</param>
    public PythonReaders(Dictionary<string, string> files)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("PYTHON") ?? "python3")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.ArgumentList.Add("tests/CourseKit.Benchmarks/readers.py");
        foreach (var (name, path) in files)
            start.ArgumentList.Add($"{name}={path}");
        _python = Process.Start(start)!;
        Versions = Answer();
    }

    public string Versions { get; }

    /// <summary>Seconds of one read.</summary>
    public double Seconds(string name)
    {
        _python.StandardInput.WriteLine(name);
        return double.Parse(Answer(), CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        _python.StandardInput.Close();
        _python.WaitForExit();
        _python.Dispose();
    }

    private string Answer() => _python.StandardOutput.ReadLine()
        ?? throw new InvalidOperationException("The Python of the variable PYTHON must have NumPy and SciPy.");
}
