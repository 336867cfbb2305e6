using System.Collections.Concurrent;
using System.Text.Json;
using CourseKit.Notebooks.Packages;
using CourseKit.Notebooks.Sessions.Processes;
using CourseKit.Notebooks.Sessions.Scripting;
using CourseKit.Notebooks.Sessions.Wire;

namespace CourseKit.Notebooks.Sessions.Compilers;

/// <summary>The shared compiler's side of one session's line: a compiler of its own, which nothing of another session reaches.</summary>
internal sealed class CompilerService
{
    private readonly PackageFiles _packages = new();
    private readonly FrameStream<CompilerFrame> _frames;
    private readonly NotebookAssemblies _assemblies;
    private readonly CellCompiler _compiler;

    private CompilerService(FrameStream<CompilerFrame> frames, CompilerFrame.Open open)
    {
        _frames = frames;
        _assemblies = new NotebookAssemblies(open.Scratch);
        _compiler = new CellCompiler(open.Folder, new FrameworkAssemblies(), _assemblies, _packages);
    }

    /// <summary>Answers until the session has closed the line.</summary>
    /// <param name="frames">The line.</param>
    /// <param name="patience">How long what is being compiled then may take to stop.</param>
    /// <returns>Whether it did; if not, a thread is lost.</returns>
    public static bool Serve(FrameStream<CompilerFrame> frames, TimeSpan patience)
    {
        using var questions = new BlockingCollection<(CompilerFrame Question, CancellationToken Stop)>();
        Thread? worker = null;
        CancellationTokenSource? latest = null;
        try
        {
            while (frames.Read() is { } frame)
                if (worker is null && frame is CompilerFrame.Open open)
                    worker = NamedThread.Start("compiler", () =>
                    {
                        var service = new CompilerService(frames, open);
                        foreach (var (question, stop) in questions.GetConsumingEnumerable())
                            service.Answer(question, stop);
                    });
                else if (frame is CompilerFrame.Stop)
                    latest?.Cancel();
                else
                {
                    latest = new CancellationTokenSource();
                    questions.Add((frame, latest.Token));
                }
        }
        catch (Exception end) when (end is IOException or InvalidDataException or JsonException or NotSupportedException)
        {
            // A session that was ended, or a cell that wrote to what is not its own: nothing more is heard of it.
        }
        latest?.Cancel();
        questions.CompleteAdding();
        return worker is null || worker.Join(patience);
    }

    private void Answer(CompilerFrame question, CancellationToken stop)
    {
        CompilerFrame answer;
        try
        {
            answer = AnswerTo(question, stop);
        }
        catch (OperationCanceledException)
        {
            answer = new CompilerFrame.Stopped();
        }
        catch (Exception)
        {
            answer = new CompilerFrame.Failed();
        }
        try
        {
            _frames.Write(answer);
        }
        catch (IOException)
        {
            // The session has ended meanwhile; the reading thread finds out, too.
        }
    }

    private CompilerFrame AnswerTo(CompilerFrame question, CancellationToken stop)
    {
        switch (question)
        {
            case CompilerFrame.Compile(var code):
                return new CompilerFrame.Compiled(_compiler.Compile(code, stop), _assemblies.Copies);
            case CompilerFrame.FindIndexings(var path, { } function, _):
                return new CompilerFrame.Indexings(_compiler.Indexings(path, function));
            case CompilerFrame.FindIndexings(var path, null, var somewhere):
                return new CompilerFrame.Indexings(_compiler.Indexings(path, somewhere));
            case CompilerFrame.Accept(var path):
                _compiler.Accept(path);
                break;
            case CompilerFrame.ReferenceDll(var dll):
                _compiler.Reference(dll);
                break;
            case CompilerFrame.ReferencePackages(var packages):
                _packages.Add(packages);
                _compiler.Reference(packages);
                break;
            default:
                return new CompilerFrame.Failed();
        }
        return new CompilerFrame.Done();
    }
}
