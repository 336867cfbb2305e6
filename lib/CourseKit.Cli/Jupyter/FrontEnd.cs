using System.Diagnostics;
using System.Globalization;

namespace CourseKit.Cli.Jupyter;

/// <summary>The process that has started the kernel. When it dies without a word, the kernel must not stay behind.</summary>
internal static class FrontEnd
{
    /// <summary>How jupyter_client says who it is: a process id on Unix, a handle that was passed on Windows.</summary>
    private const string Variable = "JPY_PARENT_PID";

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>Calls <paramref name="leave"/> once the front end is gone; without a word of who it is, never.</summary>
    public static void WhenGone(Action leave, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!long.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out var parent) || parent <= 1)
            return;
        if (OperatingSystem.IsWindows())
            WatchHandle((nint)parent, leave);
        else
            _ = WatchAsync((int)parent, leave, time, cancellationToken);
    }

    private static async Task WatchAsync(int parent, Action leave, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.GetProcessById(parent);
            while (!process.HasExited)
                await Task.Delay(Interval, time, cancellationToken).ConfigureAwait(false);
        }
        catch (ArgumentException)
        {
            // There is no such process any more.
        }
        catch (OperationCanceledException)
        {
            return;
        }
        leave();
    }

    private static void WatchHandle(nint handle, Action leave)
    {
        var gone = new ManualResetEvent(false) { SafeWaitHandle = new Microsoft.Win32.SafeHandles.SafeWaitHandle(handle, ownsHandle: true) };
        ThreadPool.RegisterWaitForSingleObject(gone, (_, _) => leave(), null, Timeout.Infinite, executeOnlyOnce: true);
    }
}
