using CourseKit.Notebooks.Sessions.Processes;
using CourseKit.Notebooks.Sessions.Wire;

namespace CourseKit.Notebooks.Sessions.Compilers;

/// <summary>The process of a shared compiler, seen from its parent.</summary>
internal sealed class CompilerProcess : IAsyncDisposable
{
    private readonly CancellationTokenSource _ending = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("coursekit-").FullName;
    private readonly Task _living;

    /// <summary>Starts it. Sessions may be told of it at once: they wait until it listens.</summary>
    /// <param name="options">How; its pipe is added to the arguments.</param>
    /// <param name="lost">Told why it could not be started, or why it ended, if nobody has ended it.</param>
    public CompilerProcess(SessionOptions options, Action<string> lost) =>
        _living = Task.Run(() => LiveAsync(options with { Arguments = [.. options.Arguments, .. CompilerHost.ArgumentsFor(Pipe)] }, lost));

    /// <summary>The pipe on which it listens. On Unix that is a file, which whoever is killed leaves behind: its folder goes with the process.</summary>
    public string Pipe => OperatingSystem.IsWindows() ? Path.GetFileName(_folder) : Path.Combine(_folder, "compiler");

    public bool HasEnded => _living.IsCompleted;

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync().ConfigureAwait(false);
        await _living.ConfigureAwait(false);
        _ending.Dispose();
    }

    private async Task LiveAsync(SessionOptions options, Action<string> lost)
    {
        try
        {
            var (process, frames, _) = await Handshake.MakeAsync("compiler", options, _ending.Token).ConfigureAwait(false);
            // The process ends first: one that sees its pipe closed removes the folder, too.
            using (frames)
            using (process)
            {
                if (options.ProcessMemoryLimit > 0)
                    _ = MemoryWatch.RunAsync(process, options.ProcessMemoryLimit, options.Time, _ending.Token);
                await EndAsync(frames).ConfigureAwait(false);
                await process.WaitAsync().WaitAsync(_ending.Token).ConfigureAwait(false);
                var died = await process.EpitaphAsync(options.Time).ConfigureAwait(false);
                lost(died.ExitCode is null || died.Text.Length == 0 ? died.Reason : died.Text.Split('\n')[0]);
            }
        }
        catch (SessionException error)
        {
            lost(error.Message);
        }
        catch (OperationCanceledException)
        {
            // Nobody needs it any more.
        }
        finally
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    /// <summary>It says nothing after its greeting: there is something to read when it has ended.</summary>
    private async Task EndAsync(FrameStream<Frame> frames)
    {
        try
        {
            await frames.ReadAsync(_ending.Token).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The pipe broke with it.
        }
    }
}
