using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Authoring;

/// <summary>Something in an assignment that its author has to put right.</summary>
/// <param name="Position">Where; null for the notebook as a whole.</param>
/// <param name="Message">What is required, what was met, what to do.</param>
public sealed record AssignmentProblem(CellPosition? Position, string Message)
{
    /// <summary>As people read it: <c>hw1.dib(41), cell 5, line 3: …</c>.</summary>
    public override string ToString() => Position is null ? Message : $"{Position}: {Message}";
}
