namespace CourseKit.Notebooks.Sessions;

/// <summary>How a session in a child process is started.</summary>
public sealed record SessionOptions
{
    /// <summary>The folder in which cells run and against which <c>#r "x.dll"</c> and <c>#load</c> are resolved: the notebook's own.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>The program that runs a session, <c>dotnet</c> for one.</summary>
    public required string FileName { get; init; }

    /// <summary>What it is given before the session's own arguments: <c>coursekit.dll</c>, <c>session</c>.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>Variables set in the child beside those it inherits; a null value removes one.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>Bytes of managed memory after which a cell gets an OutOfMemoryException. Default 2 GB; 0 sets no limit.</summary>
    public long MemoryLimit { get; init; } = 2L << 30;

    /// <summary>Bytes of memory of any kind, native too, above which the session is ended. Default 3 GB; 0 sets no limit.</summary>
    public long ProcessMemoryLimit { get; init; } = 3L << 30;

    /// <summary>How long the child may take from its start until it answers. Default 30 s.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Where a compiler listens that sessions share; null: the session has its own. <see cref="Compilers.SharedCompiler"/> sets it.</summary>
    internal string? Compiler { get; init; }

    /// <summary>The clock behind <see cref="StartTimeout"/>.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
