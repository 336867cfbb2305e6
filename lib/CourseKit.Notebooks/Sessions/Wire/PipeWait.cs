using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace CourseKit.Notebooks.Sessions.Wire;

/// <summary>Waits for something to read a while at a time.</summary>
/// <remarks>
/// A thread inside a call of the system keeps a socket open that a cell has closed, and the parent would never learn of it. Reading asynchronously would do, too, but makes
/// writing wait in managed code, from which an interrupted cell is woken in the middle of a frame.
/// </remarks>
internal static class PipeWait
{
    /// <summary>For how long a closed pipe goes unnoticed, in milliseconds.</summary>
    private const int Turn = 500;
    private const short Readable = 1;
    private const int WasInterrupted = 4;

    /// <summary>Returns when a read finds something, be it the end or an error.</summary>
    public static void UntilReadable(SafePipeHandle pipe)
    {
        if (OperatingSystem.IsWindows())
            return;
        var asked = new Asked { Descriptor = (int)pipe.DangerousGetHandle(), Events = Readable };
        int found;
        do
            found = poll(ref asked, 1, Turn);
        while (found == 0 || found < 0 && Marshal.GetLastPInvokeError() == WasInterrupted);
    }

    [DllImport("libc", SetLastError = true)]
    private static extern int poll(ref Asked asked, nuint count, int milliseconds);

    [StructLayout(LayoutKind.Sequential)]
    private struct Asked
    {
        public int Descriptor;
        public short Events;
        public short Found;
    }
}
