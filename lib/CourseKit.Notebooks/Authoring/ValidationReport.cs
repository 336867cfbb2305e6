namespace CourseKit.Notebooks.Authoring;

/// <summary>What a student should know before handing in.</summary>
/// <param name="Result">The tests that can be seen, each as it was handed out.</param>
/// <param name="Problems">Test cells that are missing or changed, cells that do not compile, code that is still to be written, questions without an answer.</param>
public sealed record ValidationReport(AssignmentResult Result, IReadOnlyList<AssignmentProblem> Problems)
{
    /// <summary>Whether all tests that can be seen pass and nothing is amiss.</summary>
    public bool IsReady => Problems.Count == 0 && Result.Tests.All(test => test.Passed);
}
