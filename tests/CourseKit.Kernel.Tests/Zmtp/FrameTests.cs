using CourseKit.Kernel.Zmtp;

namespace CourseKit.Kernel.Tests.Zmtp;

public class FrameTests
{
    private static readonly TransportOptions Options = new() { Log = _ => { }, LargestMessage = 1 << 20, MostFrames = 3 };

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(1 << 20)]
    public async Task A_frame_of_any_length_is_read_as_it_was_written(int length)
    {
        var body = new byte[length];
        new Random(length).NextBytes(body);

        var read = await Reader(new Frame(body, More: true, IsCommand: false).ToBytes()).ReadAsync(1 << 20, CancellationToken.None);

        Assert.Equal(body, read.Body);
        Assert.Equal((true, false), (read.More, read.IsCommand));
    }

    [Fact]
    public void Short_and_long_frames_are_written_as_the_specification_has_them()
    {
        Assert.Equal([0x00, 0x02, 0x61, 0x62], new Frame("ab"u8.ToArray(), More: false, IsCommand: false).ToBytes());
        Assert.Equal([0x01, 0x00], new Frame([], More: true, IsCommand: false).ToBytes());
        Assert.Equal([0x02, 0, 0, 0, 0, 0, 0, 0x01, 0x00], new Frame(new byte[256], More: false, IsCommand: false).ToBytes()[..9]);
        Assert.Equal([0x04, 0x06, 0x05, .. "READY"u8], Command.OfReady().ToFrame().ToBytes());
        Assert.Equal([0x04, 0x1c, 0x05, .. "READY"u8, 0x0b, .. "Socket-Type"u8, 0, 0, 0, 0x06, .. "ROUTER"u8], Command.OfReady(("Socket-Type", "ROUTER")).ToFrame().ToBytes());
    }

    [Fact]
    public async Task An_announced_length_makes_no_room_before_the_octets_come()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        await Assert.ThrowsAsync<EndOfStreamException>(() => Reader([0x02, 0, 0, 0, 0, 0x3f, 0xff, 0xff, 0xff, 1, 2, 3]).ReadAsync(1L << 31, CancellationToken.None).AsTask());

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1 << 20);
    }

    [Fact]
    public async Task Commands_between_the_frames_of_a_message_are_no_part_of_it()
    {
        var seen = new List<string>();
        byte[] octets =
        [
            .. new Frame([1], More: true, IsCommand: false).ToBytes(), .. new Command(Command.Ping, [0, 10, 7]).ToFrame().ToBytes(),
            .. new Frame([2], More: false, IsCommand: false).ToBytes(),
        ];

        var message = await Reader(octets).ReadMessageAsync(command => seen.Add(command.Name), CancellationToken.None);

        Assert.Equal([[1], [2]], message);
        Assert.Equal(["PING"], seen);
    }

    [Fact]
    public void A_ready_says_its_properties_whatever_the_case_of_their_names()
    {
        var properties = Command.Read(Command.OfReady(("SOCKET-TYPE", "REQ"), ("Identity", "me")).ToFrame().Body).Properties();

        Assert.Equal("REQ"u8.ToArray(), properties["socket-type"]);
        Assert.Equal("me"u8.ToArray(), properties["identity"]);
    }

    private static FrameReader Reader(byte[] octets) => new(new MemoryStream(octets), Options);
}
