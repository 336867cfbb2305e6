using System.Globalization;
using System.IO.Pipes;
using System.Security.Cryptography;
using CourseKit.Notebooks.Sessions.Wire;

namespace CourseKit.Notebooks.Sessions.Processes;

/// <summary>Starts a child and waits for its first frame.</summary>
internal static class Handshake
{
    /// <param name="name">What the child is: see <see cref="ChildProcess.Start"/>.</param>
    /// <param name="options">How it is started.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<(ChildProcess, FrameStream<Frame>, Frame.Hello)> MakeAsync(string name, SessionOptions options, CancellationToken cancellationToken)
    {
        // On Unix the pipe is a socket that closes on exec, so that processes started by cells do not inherit it.
        var address = $"coursekit-{RandomNumberGenerator.GetHexString(24, lowercase: true)}";
        var pipe = new NamedPipeServerStream(address, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        ChildProcess? process = null;
        try
        {
            process = ChildProcess.Start(name, options, [.. ParentPipe.ArgumentsFor(address), .. SessionHost.ArgumentsFor(options.Compiler)]);
            var frames = new FrameStream<Frame>(pipe, WireJson.Default.Frame);
            using var late = new CancellationTokenSource(options.StartTimeout, options.Time);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
            var answer = AnswerAsync(pipe, frames, stop.Token);
            if (await Task.WhenAny(answer, process.WaitAsync()).ConfigureAwait(false) != answer || answer.IsFaulted || late.IsCancellationRequested)
                throw await FailureAsync(process, options, late.IsCancellationRequested).ConfigureAwait(false);
            return (process, frames, Checked(await answer.ConfigureAwait(false)));
        }
        catch
        {
            process?.Dispose();
            await pipe.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static async Task<Frame?> AnswerAsync(NamedPipeServerStream pipe, FrameStream<Frame> frames, CancellationToken cancellationToken)
    {
        await pipe.WaitForConnectionAsync(cancellationToken).ConfigureAwait(false);
        return await frames.ReadAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The greeting of a child that speaks as we do.</summary>
    internal static Frame.Hello Checked(Frame? answer) => answer switch
    {
        Frame.Hello { Version: Frame.Protocol } hello => hello,
        Frame.Hello { Version: var version } => throw new SessionException(string.Create(CultureInfo.InvariantCulture,
            $"Session: protocol {Frame.Protocol} is required; the child speaks {version}. Use one release of CourseKit on both sides.")),
        _ => throw new SessionException("Session: the child's first frame must be a greeting; it is not. Use one release of CourseKit on both sides."),
    };

    private static async Task<SessionException> FailureAsync(ChildProcess process, SessionOptions options, bool late)
    {
        process.Kill();
        await process.WaitAsync().ConfigureAwait(false);
        var died = await process.EpitaphAsync(options.Time).ConfigureAwait(false);
        var command = string.Join(' ', options.Arguments.Prepend(options.FileName));
        var met = late
            ? string.Create(CultureInfo.InvariantCulture, $"it did not within {options.StartTimeout.TotalSeconds} s")
            : string.Create(CultureInfo.InvariantCulture, $"it ended with exit code {died.ExitCode}");
        var said = died.Text.Length > 0 ? $" It said: {died.Text}" : "";
        return new SessionException($"Session: `{command}` must answer on its pipe; {met}. Check that this command starts `coursekit {process.Name}`.{said}");
    }
}
