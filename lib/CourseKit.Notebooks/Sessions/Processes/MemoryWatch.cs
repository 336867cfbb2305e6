using System.Globalization;

namespace CourseKit.Notebooks.Sessions.Processes;

/// <summary>Ends a process that takes more memory than it may. The runtime's own limit counts managed memory only; this one counts what the machine has to give.</summary>
internal static class MemoryWatch
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    /// <summary>Looks again and again until the process has ended.</summary>
    public static async Task RunAsync(ChildProcess process, long limit, TimeProvider time, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false) && process.Memory is { } used)
                if (used > limit)
                    process.Kill($"The {process.Name} used {Megabytes(used)} of memory; {Megabytes(limit)} are allowed.");
        }
        catch (OperationCanceledException)
        {
            // The session is over.
        }
    }

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes >> 20:N0} MB");
}
