using System.Net;
using CourseKit.Kernel.Messages;
using CourseKit.Kernel.Zmtp;

namespace CourseKit.Kernel;

/// <summary>The five sockets of a kernel, bound to the address that the connection file names and to no other.</summary>
internal sealed class KernelSockets : IAsyncDisposable
{
    /// <summary>Subscriptions and heartbeats are short; whoever sends more there is no front end.</summary>
    private const long LargestNote = 64 << 10;

    public KernelSockets(ConnectionFile connection, TransportOptions options)
    {
        var small = options with { LargestMessage = LargestNote };
        Heartbeat = new ReplySocket("heartbeat", new IPEndPoint(connection.Address, connection.HeartbeatPort), small);
        IOPub = new PublisherSocket("iopub", new IPEndPoint(connection.Address, connection.IOPubPort), small);
        Stdin = new RouterSocket("stdin", new IPEndPoint(connection.Address, connection.StdinPort), options);
        Control = new RouterSocket("control", new IPEndPoint(connection.Address, connection.ControlPort), options);
        Shell = new RouterSocket("shell", new IPEndPoint(connection.Address, connection.ShellPort), options);
    }

    public ReplySocket Heartbeat { get; }

    public PublisherSocket IOPub { get; }

    public RouterSocket Stdin { get; }

    public RouterSocket Control { get; }

    public RouterSocket Shell { get; }

    /// <summary>Replies and outputs that were sent still go out.</summary>
    public async ValueTask DisposeAsync() => await Task.WhenAll(
        new ZmtpSocket[] { Shell, Control, Stdin, IOPub, Heartbeat }.Select(socket => socket.DisposeAsync().AsTask())).ConfigureAwait(false);
}
