using System.Text;
using CourseKit.Kernel.Zmtp;

namespace CourseKit.Kernel.Tests.Zmtp;

/// <summary>What strangers and broken peers get, and that the others do not feel it.</summary>
public class HostileTests
{
    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", "a ZMTP greeting is required; received 0x47 ('G')")]
    [InlineData("\u001b[31m", "a ZMTP greeting is required; received 0x1b ('?')")]
    public async Task Garbage_is_disconnected_with_a_line_in_the_log(string garbage, string said)
    {
        await using var sockets = new TestSockets();
        await using var client = await ZmtpClient.ConnectAsync(sockets.Router.EndPoint, "DEALER");
        await using var stranger = await ZmtpClient.OpenAsync(sockets.Router.EndPoint);

        await stranger.WriteAsync(Encoding.ASCII.GetBytes(garbage));
        await stranger.ClosedAsync();
        await client.SendAsync("still here");
        await Eventually.HoldsAsync(() => !sockets.Log.IsEmpty);

        Assert.Equal(["still here"], await client.ReceiveTextAsync());
        Assert.Contains(said, Assert.Single(sockets.Log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Random_octets_after_a_good_greeting_end_only_their_own_connection()
    {
        await using var sockets = new TestSockets();
        await using var client = await ZmtpClient.ConnectAsync(sockets.Router.EndPoint, "DEALER");
        for (var seed = 0; seed < 50; seed++)
        {
            var octets = new byte[200];
            new Random(seed).NextBytes(octets);
            await using var stranger = await ZmtpClient.OpenAsync(sockets.Router.EndPoint);
            await stranger.WriteAsync(Greeting.Ours);
            await stranger.WriteAsync(octets);
        }

        await client.SendAsync("still here");

        Assert.Equal(["still here"], await client.ReceiveTextAsync());
    }

    [Fact]
    public async Task A_frame_of_a_petabyte_is_refused_before_it_comes()
    {
        await using var sockets = new TestSockets();
        await using var peer = await ZmtpClient.ConnectAsync(sockets.Router.EndPoint, "DEALER");

        await peer.WriteAsync(new byte[] { Frame.LongFlag, 0, 0x04, 0, 0, 0, 0, 0, 0 });
        await peer.ClosedAsync();
        await Eventually.HoldsAsync(() => !sockets.Log.IsEmpty);

        Assert.Contains("a message of at most 67,108,864 bytes is required; received a frame of 1,125,899,906,842,624", Assert.Single(sockets.Log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_frames_that_are_too_much_together_are_refused()
    {
        await using var sockets = new TestSockets(options => options with { LargestMessage = 1000, MostFrames = 10 });
        await using var large = await ZmtpClient.ConnectAsync(sockets.Router.EndPoint, "DEALER");
        await using var many = await ZmtpClient.ConnectAsync(sockets.Router.EndPoint, "DEALER");

        await large.SendAsync(new string('x', 600), new string('x', 600));
        await many.SendAsync([.. Enumerable.Repeat("x", 11)]);
        await large.ClosedAsync();
        await many.ClosedAsync();

        await Eventually.HoldsAsync(() => sockets.Log.Count == 2);
    }

    [Fact]
    public async Task Who_does_not_finish_the_handshake_is_let_go()
    {
        await using var sockets = new TestSockets(options => options with { HandshakeTimeout = TimeSpan.FromMilliseconds(100) });
        await using var silent = await ZmtpClient.OpenAsync(sockets.Router.EndPoint);
        await using var slow = await ZmtpClient.OpenAsync(sockets.Router.EndPoint);

        await slow.WriteAsync(Greeting.Ours.AsMemory(0, 20));
        await silent.ClosedAsync();
        await slow.ClosedAsync();

        await Eventually.HoldsAsync(() => sockets.Log.Count(line => line.Contains("a handshake within 0.1 s is required", StringComparison.Ordinal)) == 2);
    }

    [Fact]
    public async Task More_peers_than_allowed_are_refused()
    {
        await using var sockets = new TestSockets(options => options with { MostPeers = 1 });
        await using var first = await ZmtpClient.ConnectAsync(sockets.Router.EndPoint, "DEALER");
        await using var second = await ZmtpClient.OpenAsync(sockets.Router.EndPoint);

        await second.ClosedAsync();
        await first.SendAsync("still here");

        Assert.Equal(["still here"], await first.ReceiveTextAsync());
    }

    [Fact]
    public async Task A_slow_subscriber_misses_output_is_told_how_much_and_hears_what_matters()
    {
        await using var sockets = new TestSockets(options => options with { MostWaiting = 1 << 20, Patience = TimeSpan.FromMilliseconds(50) });
        await using var client = await ZmtpClient.ConnectAsync(sockets.Publisher.EndPoint, "SUB");
        await Eventually.HoldsAsync(() => sockets.Publisher.Subscribers == 1);
        const int Sent = 400;
        const int Length = 100_000;
        var piece = Encoding.ASCII.GetBytes(new string('x', Length));

        for (var i = 0; i < Sent; i++)
            await sockets.Publisher.PublishAsync(["text"u8.ToArray(), piece],
                new Droppable(new Loss(Length, 1, 0), lost => ["note"u8.ToArray(), Encoding.ASCII.GetBytes($"{lost.Letters} {lost.Lines}")]));
        sockets.Publish("idle");
        var (heard, lines, notes) = (0, 0L, 0);
        for (var message = await client.ReceiveTextAsync(); message[0] != "idle"; message = await client.ReceiveTextAsync())
        {
            heard += message[0] == "text" ? 1 : 0;
            notes += message[0] == "note" ? 1 : 0;
            lines += message[0] == "note" ? long.Parse(message[1].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture) : 0;
        }

        Assert.True(notes >= 1);
        Assert.Equal(Sent, heard + lines);
    }

    [Fact]
    public async Task Who_asks_and_never_reads_is_dropped_before_the_answers_fill_the_memory()
    {
        await using var sockets = new TestSockets(options => options with { MostWaiting = 1 << 20 });
        await using var peer = await ZmtpClient.ConnectAsync(sockets.Router.EndPoint, "DEALER");

        var question = new string('x', 500_000);
        var asking = Task.Run(async () =>
        {
            while (true)
                await peer.SendAsync(question);
        });

        await Assert.ThrowsAnyAsync<IOException>(() => asking);
        await Eventually.HoldsAsync(() => sockets.Log.Any(line => line.Contains("a peer that reads is required", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Thousands_of_short_visits_leave_nothing_behind()
    {
        await using var sockets = new TestSockets();

        for (var i = 0; i < 2000; i++)
            await (await ZmtpClient.OpenAsync(sockets.Publisher.EndPoint)).DisposeAsync();
        await using var client = await ZmtpClient.ConnectAsync(sockets.Publisher.EndPoint, "SUB");

        await Eventually.HoldsAsync(() => sockets.Publisher.Subscribers == 1);
    }
}
