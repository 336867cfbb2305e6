using System.Globalization;

namespace CourseKit.Notebooks.Authoring;

/// <summary>How the tests and questions of one notebook came out.</summary>
/// <param name="Assignment">The assignment's name: <c>hw1</c>.</param>
/// <param name="Notebook">The file that was run.</param>
/// <param name="Tests">One for each test, in the assignment's order.</param>
/// <param name="Questions">One for each question; a person grades them.</param>
public sealed record AssignmentResult(string Assignment, string Notebook, IReadOnlyList<TestResult> Tests, IReadOnlyList<QuestionResult> Questions)
{
    /// <summary>The points of the tests that passed.</summary>
    public decimal Earned => Tests.Where(test => test.Passed).Sum(test => test.Points);

    /// <summary>The points of all tests.</summary>
    public decimal Points => Tests.Sum(test => test.Points);

    /// <summary><c>3 of 8 points</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Earned:0.##} of {Running.GradedTask.Text(Points)}");
}

/// <summary>How one test came out.</summary>
/// <param name="Name">The test's name.</param>
/// <param name="Points">What it is worth: all of it or nothing.</param>
/// <param name="Passed">Whether they are earned.</param>
/// <param name="Verdict">How its cell ended: <c>passed</c>, <c>failed</c>, <c>timed out</c>, <c>died</c>, <c>not run</c>.</param>
/// <param name="Message">What a student reads; null for a passed one.</param>
/// <param name="Cell">The cell's number in the notebook, from one.</param>
public sealed record TestResult(string Name, decimal Points, bool Passed, string Verdict, string? Message, int Cell);

/// <summary>What is known of the answer to a question.</summary>
/// <param name="Name">The question's name.</param>
/// <param name="Points">What a person may give for it.</param>
/// <param name="Answered">False where the place for the answer is as it was handed out; null where that cannot be seen.</param>
public sealed record QuestionResult(string Name, decimal Points, bool? Answered);
