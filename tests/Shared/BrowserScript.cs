using System.Diagnostics;
using System.Text.Json;

namespace CourseKit.Testing;

/// <summary>The scripts of tests/browser: they open pages as a reader would, and print as JSON what they saw.</summary>
internal static class BrowserScript
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>Runs <c>node tests/browser/<paramref name="script"/> <paramref name="arguments"/></c>.</summary>
    public static async Task<T> RunAsync<T>(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo("node", [Repository.PathOf("tests", "browser", script), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["CHROMIUM"] = Chromium.Program;
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
            await process.WaitForExitAsync(patience.Token);
            var faults = await errors;
            Assert.True(process.ExitCode == 0, $"{script} ended with {process.ExitCode}: {faults}");
            return JsonSerializer.Deserialize<T>(await output, JsonSerializerOptions.Web)!;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
