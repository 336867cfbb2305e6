using System.Collections.Concurrent;
using CourseKit.Notebooks.Sessions.Output;
using CourseKit.Notebooks.Sessions.Processes;
using CourseKit.Notebooks.Sessions.Scripting;
using CourseKit.Notebooks.Sessions.Wire;
using Microsoft.Win32.SafeHandles;

namespace CourseKit.Notebooks.Sessions;

/// <summary>The child's side of <see cref="ChildSession"/>: what the hidden command <c>coursekit session</c> runs.</summary>
public static class SessionHost
{
    private const string CompilerArgument = "--compiler";

    /// <summary>Runs cells for the parent until that closes the pipe; then ends the process, with all that cells have started. Returns only if it cannot begin.</summary>
    /// <param name="arguments">What follows the word <c>session</c>.</param>
    /// <param name="served">Packages that the program has itself, by their ids, with the dll of each: <c>#r "nuget:CourseKit"</c> asks no feed for it. None by default.</param>
    /// <returns>2: the arguments are not those of a parent.</returns>
    public static int Run(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? served = null)
    {
        if (ParentPipe.Connect("session", arguments) is not { } pipe)
            return ParentPipe.Refused;
        using var frames = new FrameStream<Frame>(pipe, WireJson.Default.Frame);
        var scratch = Directory.CreateTempSubdirectory("coursekit-").FullName;
        try
        {
            frames.Write(new Frame.Hello(Frame.Protocol, Environment.ProcessId, scratch));
            Serve(frames, pipe.SafePipeHandle, scratch, arguments is [_, _, CompilerArgument, var compiler] ? compiler : null, served ?? new Dictionary<string, string>());
        }
        finally
        {
            Leave(scratch);
        }
        return 0;
    }

    /// <summary>What makes a session use the compiler that listens on a pipe.</summary>
    internal static IEnumerable<string> ArgumentsFor(string? compiler) => compiler is null ? [] : [CompilerArgument, compiler];

    /// <summary>Removes a folder and ends the process, whatever becomes of the files.</summary>
    internal static void Leave(string? scratch)
    {
        try
        {
            if (Directory.Exists(scratch))
                Directory.Delete(scratch, recursive: true);
        }
        finally
        {
            ProcessGroup.Leave();
        }
    }

    /// <summary>Reads on this thread for as long as the parent lives, whatever the cells do on theirs.</summary>
    private static void Serve(FrameStream<Frame> frames, SafePipeHandle pipe, string scratch, string? compiler, IReadOnlyDictionary<string, string> served)
    {
        using var outbox = new EventOutbox(happened => frames.Write(new Frame.Happened(happened)), TimeProvider.System);
        var session = new RoslynSession(Environment.CurrentDirectory, scratch, outbox, compiler, served);
        using var cells = new BlockingCollection<CellRequest>();
        using var questions = new BlockingCollection<Frame.Ask>();
        NamedThread.Start("cells", () =>
        {
            session.WarmUp();
            foreach (var request in cells.GetConsumingEnumerable())
                session.Run(request);
        });
        NamedThread.Start("insight", () =>
        {
            foreach (var ask in questions.GetConsumingEnumerable())
                frames.Write(new Frame.Told(ask.Id, session.Insight.Answer(ask.Question)));
        });
        NamedThread.Start("flush", outbox.FlushForever);
        // Environment.Exit in a cell: what the cell wrote before it counts.
        AppDomain.CurrentDomain.UnhandledException += (_, thrown) => session.ReportUnhandled(thrown.ExceptionObject);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => outbox.Flush();

        while (Next() is { } frame)
        {
            if (frame is Frame.Execute { Request: var request })
            {
                session.EndWarmUp();
                cells.Add(request);
            }
            else if (frame is Frame.Ask ask)
                questions.Add(ask);
            else if (frame is Frame.Interrupt)
                session.Interrupt();
            else if (frame is Frame.Answer answer)
                DisplayBridge.Display.Input.Answer(answer.RequestId, answer.Text);
        }

        Frame? Next()
        {
            PipeWait.UntilReadable(pipe);
            return frames.Read();
        }
    }
}
