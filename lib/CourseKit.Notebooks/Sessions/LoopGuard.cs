using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace CourseKit.Notebooks.Sessions;

/// <summary>What the session puts into the loops of cells, so that an endless one can be stopped. Not for use by hand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LoopGuard
{
    private static bool _raised;

    internal static bool Raised
    {
        set => Volatile.Write(ref _raised, value);
    }

    /// <summary>A loop begins another turn.</summary>
    /// <exception cref="OperationCanceledException">The running cell is to stop.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Turn()
    {
        if (Volatile.Read(ref _raised))
            Stop();
    }

    private static void Stop() => throw new OperationCanceledException("The cell was interrupted.");
}
