using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace CourseKit.Notebooks.Packages;

/// <summary>Runs <c>dotnet</c>, the SDK's own, and tells what it said.</summary>
internal sealed partial class RestoreProcess(TimeSpan timeout, Action<TimeSpan> progress)
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    /// <summary>What a program that itself was started by the SDK inherits, and another SDK would trip over; and what makes it wait or talk.</summary>
    private static readonly Dictionary<string, string?> Variables = new()
    {
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_NOLOGO"] = "1",
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["MSBUILD_EXE_PATH"] = null,
        ["MSBuildExtensionsPath"] = null,
        ["MSBuildSDKsPath"] = null,
        ["NUGET_ENHANCED_MAX_NETWORK_TRY_COUNT"] = "2",
        ["NUGET_ENHANCED_NETWORK_RETRY_DELAY_MILLISECONDS"] = "500",
    };

    /// <summary>The SDK's program. Default: that which runs this one.</summary>
    public string Program { get; init; } = Dotnet;

    private static string Dotnet
    {
        get
        {
            var beside = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
            return File.Exists(beside) ? beside : "dotnet";
        }
    }

    /// <summary>Runs it to its end.</summary>
    /// <param name="folder">Where it runs: it takes its SDK from a <c>global.json</c> above.</param>
    /// <param name="arguments">What it is to do.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="PackageException">It cannot be started, or takes too long.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public RestoreOutput Run(string folder, IEnumerable<string> arguments, CancellationToken stop)
    {
        using var process = Start(folder, arguments);
        var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None));
        var ended = process.WaitForExitAsync(CancellationToken.None);
        var start = Stopwatch.GetTimestamp();
        try
        {
            while (Task.WaitAny([ended], (int)Math.Min(Step.TotalMilliseconds, timeout.TotalMilliseconds), stop) < 0)
            {
                var elapsed = Stopwatch.GetElapsedTime(start);
                if (elapsed > timeout)
                    throw new PackageException($"packages: restoring them must end within {timeout.TotalSeconds:F0} s; it has not. " +
                        "Give it more with --restore-timeout, or look at the feed: dotnet nuget list source");
                progress(elapsed);
            }
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
        return new RestoreOutput(process.ExitCode, string.Concat(output.GetAwaiter().GetResult()));
    }

    private Process Start(string folder, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (var (name, value) in Variables)
            start.Environment[name] = value;
        try
        {
            var process = Process.Start(start)!;
            process.StandardInput.Close();
            return process;
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new PackageException($"packages: the .NET SDK is required to restore them; {Program} cannot be started: {error.Message} Install it from https://dot.net");
        }
    }

    /// <summary>What NuGet said: <c>x.csproj : error NU1101: Unable to find package …</c></summary>
    internal sealed partial record RestoreOutput(int ExitCode, string Text)
    {
        public IReadOnlyList<string> Errors => Find("error");

        public IReadOnlyList<string> Warnings => Find("warning");

        /// <summary>Whether a feed gave no answer at all.</summary>
        public bool IsUnreachable => Errors.Any(error => error.StartsWith("NU1301", StringComparison.Ordinal));

        private string[] Find(string severity) => [.. Message().Matches(Text).Where(match => match.Groups["severity"].Value == severity)
            .Select(match => $"{match.Groups["code"].Value}: {match.Groups["text"].Value.Trim()}").Distinct()];

        [GeneratedRegex(@"(?<severity>error|warning)\s+(?<code>[A-Z]{2,}\d+)\s*:\s*(?<text>[^\r\n]*?)(\s\[[^\[\]\r\n]*\])?\r?$", RegexOptions.Multiline)]
        private static partial Regex Message();
    }
}
