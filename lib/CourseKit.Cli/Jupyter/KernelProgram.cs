using System.Net.Sockets;
using System.Runtime.InteropServices;
using CourseKit.Cli.Run;
using CourseKit.Kernel;
using CourseKit.Kernel.Messages;
using CourseKit.Notebooks.Running;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Cli.Jupyter;

/// <summary>The kernel as front ends start it.</summary>
internal static class KernelProgram
{
    /// <summary>Serves a notebook as a program of its own. Ctrl+C is the front end's, who sends an interruption; to be told to end is to end.</summary>
    /// <param name="connectionFile">What the front end has written.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string connectionFile)
    {
        using var end = new CancellationTokenSource();
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            end.Cancel();
        });
        return await ServeAsync(connectionFile, Console.Error, end.Token);
    }

    /// <summary>Serves a notebook until the front end ends it, or is gone.</summary>
    /// <param name="connectionFile">What the front end has written.</param>
    /// <param name="log">The front end keeps it.</param>
    /// <param name="cancellation">Ends the kernel.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> ServeAsync(string connectionFile, TextWriter log, CancellationToken cancellation)
    {
        try
        {
            using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            FrontEnd.WhenGone(end.Cancel, TimeProvider.System, cancellation);
            var kernel = new JupyterKernel(ConnectionFile.Read(connectionFile), Options(log));
            await using var _ = kernel.ConfigureAwait(false);
            await kernel.RunAsync(end.Token).ConfigureAwait(false);
            return ExitCode.Passed;
        }
        catch (Exception error) when (error is ConnectionFileException or SocketException)
        {
            await log.WriteLineAsync($"coursekit: {error.Message}").ConfigureAwait(false);
            return ExitCode.Usage;
        }
    }

    /// <summary>Cells run where the front end has started the kernel, which is the notebook's folder.</summary>
    private static KernelOptions Options(TextWriter log)
    {
        var session = SessionProgram.Options(Environment.CurrentDirectory, new RunOptions());
        return new KernelOptions
        {
            StartSession = async stop => await ChildSession.StartAsync(session, stop).ConfigureAwait(false),
            Log = log,
            Version = typeof(KernelProgram).Assembly.GetName().Version!.ToString(3),
        };
    }
}
