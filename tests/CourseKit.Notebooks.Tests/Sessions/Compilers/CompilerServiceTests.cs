using System.IO.Pipes;
using System.Text;
using CourseKit.Notebooks.Sessions.Compilers;
using CourseKit.Notebooks.Sessions.Scripting;
using CourseKit.Notebooks.Sessions.Wire;

namespace CourseKit.Notebooks.Tests.Sessions.Compilers;

public sealed class CompilerServiceTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly NamedPipeClientStream _pipe;
    private readonly FrameStream<CompilerFrame> _session;
    private readonly Task<bool> _serving;

    public CompilerServiceTests()
    {
        var name = Path.GetRandomFileName();
        var server = new NamedPipeServerStream(name, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, CompilerPipe.Options);
        _pipe = new NamedPipeClientStream(".", name, PipeDirection.InOut, CompilerPipe.Options);
        _pipe.Connect();
        server.WaitForConnection();
        _session = new FrameStream<CompilerFrame>(_pipe, CompilerJson.Default.CompilerFrame);
        _serving = Task.Run(() =>
        {
            using var frames = new FrameStream<CompilerFrame>(server, CompilerJson.Default.CompilerFrame);
            return CompilerService.Serve(frames, TimeSpan.FromMinutes(1));
        });
        _session.Write(new CompilerFrame.Open(_folder.Path, Path.Combine(_folder.Path, "scratch")));
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void What_is_stopped_is_not_compiled_but_counted()
    {
        _session.Write(new CompilerFrame.Compile(new CellCode("lesson.dib#1", string.Concat(Enumerable.Range(0, 2000).Select(i => $"int F{i}(int n) => n + {i};\n")), [])));
        _session.Write(new CompilerFrame.Stop());
        Assert.IsType<CompilerFrame.Stopped>(_session.Read());

        Assert.Equal(Path.Combine(_folder.Path, "lesson.dib#2.1"), Compile("lesson.dib#2", "1 + 1").Path);
    }

    [Fact]
    public void Stopping_when_nothing_is_compiled_stops_nothing()
    {
        _session.Write(new CompilerFrame.Stop());

        Assert.True(Compile("lesson.dib#1", "1 + 1").HasValue);
    }

    [Fact]
    public void What_goes_wrong_ends_neither_the_line_nor_the_compiler()
    {
        _session.Write(new CompilerFrame.Accept("never compiled"));
        Assert.IsType<CompilerFrame.Failed>(_session.Read());

        Assert.NotNull(Compile("lesson.dib#1", "1 + 1").Code);
    }

    [Fact]
    public async Task It_ends_with_the_line()
    {
        _session.Dispose();

        Assert.True(await _serving);
    }

    [Theory]
    [InlineData("this is no frame, but text that a cell has written")]
    [InlineData("\u0004\0\0\0null")]
    [InlineData("\u0004\0\0\0trap")]
    [InlineData("\u0012\0\0\0{ \"$type\": \"none\" }")]
    public async Task A_cell_that_writes_to_the_line_ends_only_that(string text)
    {
        Compile("lesson.dib#1", "1 + 1");

        _pipe.Write(Encoding.ASCII.GetBytes(text));

        Assert.True(await _serving);
    }

    private CompiledCell Compile(string name, string code)
    {
        _session.Write(new CompilerFrame.Compile(new CellCode(name, code, [])));
        return Assert.IsType<CompilerFrame.Compiled>(_session.Read()).Cell;
    }
}
