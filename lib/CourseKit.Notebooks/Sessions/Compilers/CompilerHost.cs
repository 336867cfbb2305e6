using System.IO.Pipes;
using CourseKit.Notebooks.Sessions.Processes;
using CourseKit.Notebooks.Sessions.Scripting;
using CourseKit.Notebooks.Sessions.Wire;

namespace CourseKit.Notebooks.Sessions.Compilers;

/// <summary>The child's side of <see cref="SharedCompiler"/>: what the hidden command <c>coursekit compiler</c> runs.</summary>
public static class CompilerHost
{
    private const string ListenArgument = "--listen";

    /// <summary>How long a compiler that was told to stop may go on. Some code keeps it busy for hours; then the others are better off each by themselves.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Compiles for sessions until the parent closes its pipe; then ends the process. Returns only if it cannot begin.</summary>
    /// <param name="arguments">What follows the word <c>compiler</c>.</param>
    /// <returns>2: the arguments are not those of a parent.</returns>
    public static int Run(IReadOnlyList<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        if (ParentPipe.Connect("compiler", arguments is [ListenArgument, ..] ? [.. arguments.Skip(2)] : []) is not { } parent)
            return ParentPipe.Refused;
        var name = arguments[1];
        using var frames = new FrameStream<Frame>(parent, WireJson.Default.Frame);
        var first = Line(name);
        frames.Write(new Frame.Hello(Frame.Protocol, Environment.ProcessId, Scratch: ""));
        NamedThread.Start("listen", () => Listen(name, first));
        NamedThread.Start("warm-up", () => CellCompiler.In(Path.GetTempPath(), scratch: "").WarmUp(CancellationToken.None));
        while (frames.Read() is not null)
        {
            // The parent has nothing to say but that it is there.
        }
        // The parent may have been killed.
        SessionHost.Leave(Path.GetDirectoryName(name));
        return 0;
    }

    internal static IEnumerable<string> ArgumentsFor(string pipe) => [ListenArgument, pipe];

    private static void Listen(string name, NamedPipeServerStream line)
    {
        while (true)
        {
            try
            {
                line.WaitForConnection();
                var session = line;
                NamedThread.Start("session", () => Serve(session));
            }
            catch (UnauthorizedAccessException)
            {
                // Somebody else's process.
                line.Dispose();
            }
            line = Line(name);
        }
    }

    private static void Serve(NamedPipeServerStream line)
    {
        using var frames = new FrameStream<CompilerFrame>(line, CompilerJson.Default.CompilerFrame);
        if (!CompilerService.Serve(frames, Patience))
        {
            Console.Error.WriteLine($"The compiler did not stop within {Patience.TotalSeconds} s.");
            Environment.Exit(1);
        }
    }

    private static NamedPipeServerStream Line(string name) =>
        new(name, PipeDirection.InOut, NamedPipeServerStream.MaxAllowedServerInstances, PipeTransmissionMode.Byte, CompilerPipe.Options);
}
