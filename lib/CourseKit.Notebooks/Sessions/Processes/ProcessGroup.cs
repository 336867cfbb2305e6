using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CourseKit.Notebooks.Sessions.Processes;

/// <summary>A session and every process that its cells start, which end together.</summary>
/// <remarks>On Unix a process group of which the session is the leader. On Windows the parent holds a <see cref="JobObject"/> instead.</remarks>
internal static class ProcessGroup
{
    /// <summary>Signals: to end at once, and to stop until told to go on.</summary>
    private const int Kill9 = 9, Stop = 19;

    /// <summary>In the child: become the leader of an own group, so that the parent's is never hit.</summary>
    /// <exception cref="Win32Exception">The system refuses.</exception>
    public static void Lead()
    {
        if (OperatingSystem.IsWindows() || getpgid(0) == Environment.ProcessId)
            return;
        if (setpgid(0, 0) != 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    /// <summary>In the child: end at once, with all that cells have started. Threads that still run and exit handlers are not asked.</summary>
    public static void Leave()
    {
        if (!OperatingSystem.IsWindows() && getpgid(0) == Environment.ProcessId)
            _ = kill(0, Kill9);
        Process.GetCurrentProcess().Kill();
    }

    /// <summary>In the parent: end what is left of the group that this process leads or led.</summary>
    public static void Kill(int leader)
    {
        // No such group (ESRCH) is what we want to hear: everybody has left.
        if (!OperatingSystem.IsWindows() && leader > 1)
            _ = kill(-leader, Kill9);
    }

    /// <summary>On Linux: end one process.</summary>
    public static void End(int process) => _ = kill(process, Kill9);

    /// <summary>On Linux: a process does nothing any more.</summary>
    public static void Freeze(int process) => _ = kill(process, Stop);

    [DllImport("libc", SetLastError = true)]
    private static extern int setpgid(int process, int group);

    [DllImport("libc")]
    private static extern int getpgid(int process);

    [DllImport("libc")]
    private static extern int kill(int process, int signal);
}
