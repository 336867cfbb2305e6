namespace CourseKit.Notebooks.Sessions;

/// <summary>What kind of thing stopped a cell.</summary>
public enum CellErrorKind
{
    /// <summary>The compiler refused it; nothing of it ran.</summary>
    CompileError,

    /// <summary>It threw.</summary>
    Exception,

    /// <summary>It asks for something that this session does not have (another language); nothing of it ran.</summary>
    Unsupported,

    /// <summary>It asks for a package that cannot be had; nothing of that part of it ran.</summary>
    Package,

    /// <summary>A value given from outside does not fit its variable; nothing of it ran.</summary>
    Parameter,

    /// <summary>It was interrupted.</summary>
    Interrupted,
}

/// <summary>Why a cell failed.</summary>
public sealed record CellError
{
    /// <summary>What stopped the cell.</summary>
    public required CellErrorKind Kind { get; init; }

    /// <summary>The first line to read: the exception's message, or the first compiler error as <c>(2,12): error CS1525: …</c>.</summary>
    public required string Message { get; init; }

    /// <summary>The exception's full type name, <c>System.DivideByZeroException</c>; null unless the cell threw.</summary>
    public string? ExceptionType { get; init; }

    /// <summary>Where it happened; null where that is unknown.</summary>
    public CellPosition? Position { get; init; }

    /// <summary>The line of code at <see cref="Position"/>, without its line end.</summary>
    public string? SourceLine { get; init; }

    /// <summary>
    /// The exception with its inner exceptions and their frames, in which cells are named as people number them and the session's own frames are left out; null
    /// unless the cell threw.
    /// </summary>
    public string? StackTrace { get; init; }

    /// <summary>The kernel that the cell asks for and that does not run here; null if it failed of something else.</summary>
    public string? MissingKernel { get; init; }

    /// <summary>All errors of the compiler; empty unless <see cref="Kind"/> is <see cref="CellErrorKind.CompileError"/>.</summary>
    public IReadOnlyList<CellDiagnostic> Diagnostics { get; init; } = [];
}
