using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace CourseKit.Kernel.Tests;

/// <summary>A script beside a test, run by Debian's own Python, in which Debian's packages are.</summary>
internal static class PythonScript
{
    private const string Python = "/usr/bin/python3";

    private static readonly ConcurrentDictionary<string, bool> Modules = new();

    /// <summary>A limit that only a defect reaches.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    public static bool CanImport(string module) => Modules.GetOrAdd(module, name =>
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(Python, ["-c", $"import {name}"]) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    });

    /// <summary>Runs a script to its end and returns what it printed; the test fails if the script does.</summary>
    /// <param name="name">Its file beside the test's.</param>
    /// <param name="arguments">What it is given.</param>
    /// <param name="environment">Variables that are set.</param>
    /// <param name="source">The calling test's source file.</param>
    public static async Task<string> RunAsync(
        string name, string[] arguments, (string Name, string Value)[]? environment = null, [CallerFilePath] string source = "")
    {
        var start = new ProcessStartInfo(Python, [Path.Combine(Path.GetDirectoryName(source)!, name), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (variable, value) in environment ?? [])
            start.Environment[variable] = value;
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Limit);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
        Assert.True(process.ExitCode == 0, $"{name} ended with exit code {process.ExitCode}:\n{await output}{await error}");
        return (await output).ReplaceLineEndings("\n");
    }
}
