using System.Diagnostics;

namespace CourseKit.Testing;

/// <summary>Debian's chromium without a window.</summary>
internal static class Chromium
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "chromium")).FirstOrDefault(File.Exists);

    public static string Plotly { get; } = Repository.PathOf("tests", "browser", "node_modules", "plotly.js-dist-min", "plotly.min.js");

    /// <summary>Opens a page and gives its document back once its scripts have come to rest.</summary>
    public static async Task<string> DumpAsync(string page)
    {
        var profile = Directory.CreateTempSubdirectory("coursekit-chromium-");
        string[] arguments =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update",
            "--disable-sync", $"--user-data-dir={profile.FullName}", "--window-size=1340,1000", "--virtual-time-budget=60000",
                "--dump-dom", new Uri(page).AbsoluteUri,
        ];
        using var process = Process.Start(new ProcessStartInfo(Program!, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true
        })!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(patience.Token),
                process.StandardError.ReadToEndAsync(patience.Token));
            await process.WaitForExitAsync(patience.Token);
            await errors;
            return await output;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
            profile.Delete(recursive: true);
        }
    }
}
