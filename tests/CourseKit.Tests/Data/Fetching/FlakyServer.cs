using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CourseKit.Tests.Data.Fetching;

/// <summary>A web server that misbehaves on order: each request is answered by the next script, all further ones by the last.</summary>
internal sealed class FlakyServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<Request, Answer, Task>[] _scripts;
    private readonly List<Request> _requests = [];
    private readonly Task _loop;

    public FlakyServer(params Func<Request, Answer, Task>[] scripts)
    {
        _scripts = scripts;
        _listener.Start();
        _loop = Task.Run(ServeAsync);
    }

    public IReadOnlyList<Request> Requests => _requests;

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/file.gz");

    /// <summary>An address of this machine where nobody listens.</summary>
    public static Uri Nobody()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/file.gz");
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Stop();
        _loop.GetAwaiter().GetResult();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        var answers = new List<Task>();
        try
        {
            while (true)
                answers.Add(AnswerAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(answers);
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var request = await Request.ReadAsync(client.GetStream());
                Func<Request, Answer, Task> script;
                lock (_requests)
                {
                    script = _scripts[Math.Min(_requests.Count, _scripts.Length - 1)];
                    _requests.Add(request);
                }
                await script(request, new Answer(client.GetStream(), _stop.Token));
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException)
            {
                // The client has hung up, which is what some tests are about.
            }
        }
    }
}

/// <summary>What a client asked for.</summary>
internal sealed record Request(string Path, long RangeStart)
{
    public static async Task<Request> ReadAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        var path = (await reader.ReadLineAsync() ?? throw new IOException("No request.")).Split(' ')[1];
        var start = 0L;
        while (await reader.ReadLineAsync() is { Length: > 0 } header)
            if (header.StartsWith("Range: bytes=", StringComparison.OrdinalIgnoreCase))
                start = long.Parse(header["Range: bytes=".Length..].TrimEnd('-'), System.Globalization.CultureInfo.InvariantCulture);
        return new Request(path, start);
    }
}

/// <summary>The bytes that go back, written as the script wishes.</summary>
internal sealed class Answer(NetworkStream stream, CancellationToken stopped)
{
    public async Task HeadAsync(string status, params string[] headers) => await stream.WriteAsync(
        Encoding.ASCII.GetBytes(string.Join("\r\n", [$"HTTP/1.1 {status}", "Connection: close", .. headers, "", ""])), stopped);

    public async Task BodyAsync(byte[] bytes) => await stream.WriteAsync(bytes, stopped);

    /// <summary>Keeps the connection open and silent until the test is over.</summary>
    public Task StallAsync() => Task.Delay(Timeout.Infinite, stopped);
}
