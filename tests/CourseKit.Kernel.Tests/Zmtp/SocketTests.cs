using System.Text;
using CourseKit.Kernel.Zmtp;

namespace CourseKit.Kernel.Tests.Zmtp;

/// <summary>What well-behaved peers get.</summary>
public class SocketTests
{
    [Fact]
    public async Task A_router_answers_each_peer_by_its_identity()
    {
        await using var sockets = new TestSockets();
        await using var a = await ZmtpClient.ConnectAsync(sockets.Router.EndPoint, "DEALER", "a");
        await using var b = await ZmtpClient.ConnectAsync(sockets.Router.EndPoint, "DEALER");

        await a.SendAsync("to a", "twice");
        await b.SendAsync("to b", "");

        Assert.Equal(["to b", ""], await b.ReceiveTextAsync());
        Assert.Equal(["to a", "twice"], await a.ReceiveTextAsync());
    }

    [Fact]
    public async Task An_identity_goes_to_who_takes_it_last()
    {
        await using var sockets = new TestSockets();
        await using var old = await ZmtpClient.ConnectAsync(sockets.Router.EndPoint, "DEALER", "me");
        await old.SendAsync("1");
        await old.ReceiveTextAsync();
        var again = await ZmtpClient.ConnectAsync(sockets.Router.EndPoint, "DEALER", "me");

        await again.SendAsync("2");
        var second = await again.ReceiveTextAsync();
        await old.SendAsync("3");

        Assert.Equal(["2"], second);
        Assert.Equal(["3"], await again.ReceiveTextAsync());
        await again.DisposeAsync();
    }

    [Fact]
    public async Task Who_is_gone_is_answered_with_nothing()
    {
        await using var sockets = new TestSockets();

        sockets.Router.Send(["nobody"u8.ToArray(), "x"u8.ToArray()]);
        await using var client = await ZmtpClient.ConnectAsync(sockets.Router.EndPoint, "DEALER");
        await client.SendAsync("still here");

        Assert.Equal(["still here"], await client.ReceiveTextAsync());
    }

    [Fact]
    public async Task A_subscriber_hears_what_begins_with_its_topics_and_no_more_when_it_cancels()
    {
        await using var sockets = new TestSockets();
        await using var old = await ZmtpClient.ConnectAsync(sockets.Publisher.EndPoint, "SUB");
        await using var some = await ZmtpClient.ConnectAsync(sockets.Publisher.EndPoint, "XSUB");
        await some.SendAsync(new Command(Command.Subscribe, "str"u8.ToArray()));
        await Eventually.HoldsAsync(() => sockets.Publisher.Subscribers == 2);

        sockets.Publish("status", "1");
        sockets.Publish("stream", "2");
        var heard = new[] { await old.ReceiveTextAsync(), await old.ReceiveTextAsync(), await some.ReceiveTextAsync() };
        await some.SendAsync(new Command(Command.Cancel, "str"u8.ToArray()));
        await Eventually.HoldsAsync(() => sockets.Publisher.Subscribers == 1);
        await old.SendAsync([0]);
        await Eventually.HoldsAsync(() => sockets.Publisher.Subscribers == 0);

        Assert.Equal([["status", "1"], ["stream", "2"], ["stream", "2"]], heard);
    }

    [Fact]
    public async Task A_reply_socket_gives_back_what_it_hears()
    {
        await using var sockets = new TestSockets();
        await using var client = await ZmtpClient.ConnectAsync(sockets.Reply.EndPoint, "REQ");

        await client.SendAsync("", "ping");

        Assert.Equal(["", "ping"], await client.ReceiveTextAsync());
    }

    [Fact]
    public async Task A_ping_is_answered_with_its_context()
    {
        await using var sockets = new TestSockets();
        await using var client = await ZmtpClient.ConnectAsync(sockets.Router.EndPoint, "DEALER");

        await client.SendAsync(new Command(Command.Ping, [0, 100, .. "context"u8]));
        await client.SendAsync("then");
        await client.ReceiveTextAsync();

        var pong = Assert.Single(client.Commands);
        Assert.Equal(("PONG", "context"), (pong.Name, Encoding.ASCII.GetString(pong.Data)));
    }

    [Fact]
    public async Task What_was_sent_before_a_socket_closes_still_arrives()
    {
        var sockets = new TestSockets();
        await using var client = await ZmtpClient.ConnectAsync(sockets.Publisher.EndPoint, "SUB");
        await Eventually.HoldsAsync(() => sockets.Publisher.Subscribers == 1);

        sockets.Publish(new string('x', 5_000_000), "last");
        var closing = sockets.DisposeAsync().AsTask();

        Assert.Equal("last", (await client.ReceiveTextAsync())[1]);
        await closing;
    }
}
