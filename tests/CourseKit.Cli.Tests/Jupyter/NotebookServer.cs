using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CourseKit.Cli.Tests.Jupyter;

/// <summary>Jupyter Notebook on a port of this machine, with our kernel and a folder of notebooks; it knows nothing of the user's own settings.</summary>
internal sealed class NotebookServer : IAsyncDisposable
{
    public const string Program = "/usr/bin/jupyter-notebook";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _home = new();
    private readonly Process _process;

    private NotebookServer(TemporaryFolder home, Process process, string address) => (_home, _process, Address) = (home, process, address);

    public string Address { get; }

    public static async Task<NotebookServer> StartAsync(string notebooks)
    {
        var home = new TemporaryFolder();
        var installed = await CourseKitProcess.RunAsync(home.Path, "jupyter", "install", "--prefix", Path.Combine(home.Path, "prefix"));
        Assert.True(installed.ExitCode == 0, installed.Out + installed.Error);
        var port = FreePort();
        var start = new ProcessStartInfo(Program,
        [
            "--no-browser", "--allow-root", "--ip=127.0.0.1", $"--port={port}", "--NotebookApp.port_retries=0", "--NotebookApp.token=", "--NotebookApp.password=",
            $"--notebook-dir={notebooks}",
        ])
        { RedirectStandardError = true };
        foreach (var (name, value) in Environment(home.Path))
            start.Environment[name] = value;
        var server = new NotebookServer(home, Process.Start(start)!, $"http://127.0.0.1:{port}");
        _ = server._process.StandardError.ReadToEndAsync();
        await server.AnswersAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _home.Dispose();
    }

    private static (string Name, string Value)[] Environment(string home) =>
    [
        ("HOME", home), ("JUPYTER_PATH", Path.Combine(home, "prefix", "share", "jupyter")), ("JUPYTER_RUNTIME_DIR", Path.Combine(home, "runtime")),
        ("COURSEKIT_OFFLINE", "1"), ("COURSEKIT_DATA", ""), ("COURSEKIT_CACHE", Repository.PathOf("artifacts", "test-cache")),
    ];

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task AnswersAsync()
    {
        using var client = new HttpClient();
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            try
            {
                (await client.GetAsync(new Uri($"{Address}/api"), patience.Token)).EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException)
            {
                Assert.False(_process.HasExited, $"{Program} ended with {(_process.HasExited ? _process.ExitCode : 0)}.");
                await Task.Delay(100, patience.Token);
            }
        }
    }
}
