using System.Diagnostics;
using System.Text.Json;

namespace CourseKit.Benchmarks;

/// <summary>A program that prints one line of JSON last.</summary>
/// <param name="Output">That line.</param>
/// <param name="Seconds">From start to end.</param>
internal sealed record ChildProcess(JsonElement Output, double Seconds)
{
    // As Debian installs it: a python of another origin has no scikit-learn and no torch.
    public static readonly string Python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

    /// <summary>This program with other arguments.</summary>
    public static ChildProcess Ourselves(IEnumerable<string> arguments, params (string Name, string? Value)[] environment) =>
        Run("dotnet", [typeof(ChildProcess).Assembly.Location, .. arguments], environment);

    /// <param name="program">The file, or its name.</param>
    /// <param name="arguments">Passed as they are.</param>
    /// <param name="environment">Variables that are set; null for unset.</param>
    public static ChildProcess Run(string program, IEnumerable<string> arguments, params (string Name, string? Value)[] environment)
    {
        var info = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        foreach (var (name, value) in environment)
            info.Environment[name] = value;

        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(info)!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;

        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with exit code {process.ExitCode}: {text}");
        var last = text.TrimEnd().Split('\n')[^1];
        using var json = JsonDocument.Parse(last.StartsWith('{') ? last : "{}");
        return new(json.RootElement.Clone(), seconds);
    }
}
