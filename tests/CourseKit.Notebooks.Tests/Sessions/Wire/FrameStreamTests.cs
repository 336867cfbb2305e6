using System.Buffers.Binary;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Sessions;
using CourseKit.Notebooks.Sessions.Wire;
using FsCheck;
using FsCheck.Fluent;

namespace CourseKit.Notebooks.Tests.Sessions.Wire;

public class FrameStreamTests
{
    [Fact]
    public void Every_kind_of_frame_comes_out_as_it_went_in()
    {
        var diagnostic = new CellDiagnostic("CS0029", DiagnosticSeverity.Error, "no", 1, 2, 3, 4, "x.csx");
        Frame[] sent =
        [
            new Frame.Hello(Frame.Protocol, 17, "/scratch"),
            new Frame.Execute(new CellRequest("id", "1 + 1\n", "nb.dib", 3, 12)),
            new Frame.Execute(new CellRequest("id", "", null, 1, 0)),
            new Frame.Interrupt(),
            new Frame.Answer("1", null),
            Event(new SessionEvent.Output("stderr", "سلام 🎉\0\n")),
            Event(new SessionEvent.Displayed(MimeBundle.Of(("b/x", "2"), ("a/x", "1")), null)),
            Event(new SessionEvent.Updated(MimeBundle.Empty, "display-1")),
            Event(new SessionEvent.Result(MimeBundle.Of(("text/plain", "7")))),
            Event(new SessionEvent.InputRequested("1", "name?", true)),
            Event(new SessionEvent.Idle()),
            Event(new SessionEvent.Died("why", null, "words")),
        ];

        var received = RoundTrip([.. sent, Event(new SessionEvent.DiagnosticsReported([diagnostic])), Event(new SessionEvent.Failed(new CellError
        {
            Kind = CellErrorKind.CompileError,
            Message = "no",
            Position = new CellPosition("nb.dib", 3, 1, 2, 13),
            SourceLine = "int x = \"\";",
            Diagnostics = [diagnostic],
        }))]);

        Assert.Equal(sent, received.Take(sent.Length));
        Assert.Equal(diagnostic, Assert.Single(Assert.IsType<SessionEvent.DiagnosticsReported>(((Frame.Happened)received[^2]).Event).Diagnostics));
        var error = Assert.IsType<SessionEvent.Failed>(((Frame.Happened)received[^1]).Event).Error;
        Assert.Equal((CellErrorKind.CompileError, "no", "int x = \"\";", null), (error.Kind, error.Message, error.SourceLine, error.StackTrace));
        Assert.Equal(new CellPosition("nb.dib", 3, 1, 2, 13), error.Position);
        Assert.Equal(diagnostic, Assert.Single(error.Diagnostics));
    }

    [Fact]
    public void Any_text_survives_the_way() =>
        Check.One(
            Config.QuickThrowOnFailure.WithReplay(20260101, 1),
            Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>().Filter(text => text.Get.HasWholeCharacters()), text =>
                ((SessionEvent.Output)((Frame.Happened)RoundTrip(Event(new SessionEvent.Output("stdout", text.Get)))[0]).Event).Text == text.Get));

    [Fact]
    public async Task A_stream_that_ends_ends_the_frames_even_in_the_middle_of_one()
    {
        var whole = Written(new Frame.Interrupt());
        for (var length = 0; length < whole.Length; length++)
        {
            using var stream = new FrameStream<Frame>(new MemoryStream(whole[..length]), WireJson.Default.Frame);
            Assert.Null(stream.Read());
            using var again = new FrameStream<Frame>(new MemoryStream(whole[..length]), WireJson.Default.Frame);
            Assert.Null(await again.ReadAsync());
        }
    }

    [Fact]
    public void Frames_arrive_whole_from_a_stream_that_gives_single_bytes()
    {
        using var stream = new FrameStream<Frame>(new Trickle(Written(new Frame.Answer("1", "text"), new Frame.Interrupt())), WireJson.Default.Frame);

        Assert.Equal([new Frame.Answer("1", "text"), new Frame.Interrupt()], [stream.Read()!, stream.Read()!]);
    }

    internal static byte[] WithLength(int length)
    {
        var header = new byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(header, length);
        return header;
    }

    private static Frame.Happened Event(SessionEvent happened) => new(happened with { CellId = "cell" });

    private static byte[] Written(params Frame[] frames)
    {
        using var memory = new MemoryStream();
        using var stream = new FrameStream<Frame>(memory, WireJson.Default.Frame);
        foreach (var frame in frames)
            stream.Write(frame);
        return memory.ToArray();
    }

    private static List<Frame> RoundTrip(params Frame[] frames)
    {
        using var stream = new FrameStream<Frame>(new MemoryStream(Written(frames)), WireJson.Default.Frame);
        var received = new List<Frame>();
        while (stream.Read() is { } frame)
            received.Add(frame);
        return received;
    }

    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(1, buffer.Length)]);
    }
}

internal static class TextExtensions
{
    /// <summary>Whether every surrogate has its other half; UTF-8 cannot carry one alone.</summary>
    public static bool HasWholeCharacters(this string text)
    {
        for (var at = 0; at < text.Length; at++)
            if (char.IsSurrogate(text[at]) && !(at + 1 < text.Length && char.IsSurrogatePair(text[at], text[++at])))
                return false;
        return true;
    }
}
