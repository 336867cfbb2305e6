using System.Globalization;

namespace CourseKit.Notebooks.Authoring;

/// <summary>An assignment that cannot be read, handed out or checked as it is; it has everything that is wrong, not the first thing alone.</summary>
public sealed class AssignmentException : Exception
{
    /// <param name="what">The notebook and what is required of it.</param>
    /// <param name="problems">At least one.</param>
    internal AssignmentException(string what, IReadOnlyList<AssignmentProblem> problems)
        : base(string.Create(CultureInfo.InvariantCulture,
            $"{what}; {problems.Count} {(problems.Count == 1 ? "thing is" : "things are")} in the way:\n{string.Join('\n', problems.Select(problem => $"  {problem}"))}")) =>
        Problems = problems;

    /// <summary>Everything that is wrong, from top to bottom.</summary>
    public IReadOnlyList<AssignmentProblem> Problems { get; }
}
