using System.Collections.Concurrent;
using System.Net;
using System.Text;
using CourseKit.Kernel.Zmtp;

namespace CourseKit.Kernel.Tests.Zmtp;

/// <summary>One socket of each kind; the ROUTER echoes.</summary>
internal sealed class TestSockets : IAsyncDisposable
{
    private static readonly IPEndPoint Anywhere = new(IPAddress.Loopback, 0);

    private readonly CancellationTokenSource _end = new();
    private readonly Task _echo;

    public TestSockets(Func<TransportOptions, TransportOptions>? change = null)
    {
        var options = new TransportOptions { Log = Log.Add, Linger = TimeSpan.FromMilliseconds(500) };
        options = change?.Invoke(options) ?? options;
        Router = new RouterSocket("router", Anywhere, options);
        Publisher = new PublisherSocket("pub", Anywhere, options);
        Reply = new ReplySocket("rep", Anywhere, options);
        _echo = Task.Run(EchoAsync);
    }

    public ConcurrentBag<string> Log { get; } = [];

    public RouterSocket Router { get; }

    public PublisherSocket Publisher { get; }

    public ReplySocket Reply { get; }

    public void Publish(params string[] frames) => Publisher.Publish([.. frames.Select(Encoding.UTF8.GetBytes)]);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _echo;
        await Router.DisposeAsync();
        await Publisher.DisposeAsync();
        await Reply.DisposeAsync();
        _end.Dispose();
    }

    private async Task EchoAsync()
    {
        while (await Router.ReceiveAsync(_end.Token) is { } message)
            Router.Send(message);
    }
}
