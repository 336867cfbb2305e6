using CourseKit.Notebooks.Sessions;

namespace CourseKit.Kernel;

/// <summary>What a kernel needs of the program that runs it.</summary>
public sealed record KernelOptions
{
    /// <summary>Starts a session for the notebook: at once, and again when one has ended.</summary>
    public required Func<CancellationToken, Task<ISession>> StartSession { get; init; }

    /// <summary>Takes a line for each connection or message that is refused; the front end keeps it in its log.</summary>
    public required TextWriter Log { get; init; }

    /// <summary>The release, as <c>kernel_info</c> tells it.</summary>
    public required string Version { get; init; }

    /// <summary>How long an interrupted cell may take to stop before its session is ended. Default 5 s.</summary>
    public TimeSpan InterruptGrace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often it is looked whether a cell's background work has put something out while no cell was running. Default 100 ms.</summary>
    public TimeSpan LateInterval { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Characters of console text that a cell shows as they come; of what follows, the last. Default ten million.</summary>
    public long CellText { get; init; } = 10_000_000;

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
