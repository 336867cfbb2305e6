using System.ComponentModel;
using System.Diagnostics;

namespace CourseKit.Cli.Tests.Conversion;

/// <summary>A test that asks Jupyter's own validator: skipped where Debian's python3-nbformat is not installed. Each stands in tests/allowed-skips.txt.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NbformatFactAttribute : FactAttribute
{
    /// <summary>Debian's own, in which its packages are.</summary>
    private const string Python = "/usr/bin/python3";

    private static readonly Lazy<bool> IsThere = new(() => Run("import nbformat").ExitCode == 0);

    public NbformatFactAttribute()
    {
        if (!IsThere.Value)
            Skip = "python3-nbformat is not installed";
    }

    public static (int ExitCode, string Said) Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(Python, ["-c", program, .. arguments]) { RedirectStandardError = true })!;
            var said = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, said);
        }
        catch (Win32Exception)
        {
            return (-1, "there is no Python");
        }
    }
}
