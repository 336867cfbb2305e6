using System.Globalization;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Authoring;

/// <summary>What a check of an assignment found.</summary>
/// <param name="Teacher">The teacher's version: it is to earn all points.</param>
/// <param name="Students">The students' version, with the hidden tests: it is to earn none. Null where the teacher's version fails already.</param>
/// <param name="Solutions">What the tests notice of mistakes in each solution; empty where the check did not come that far.</param>
/// <param name="Problems">What has to be put right.</param>
public sealed record CheckReport(
    AssignmentResult Teacher, AssignmentResult? Students, IReadOnlyList<SolutionReport> Solutions, IReadOnlyList<AssignmentProblem> Problems)
{
    /// <summary>Mistakes that no test notices. A change that changes nothing is among them now and then, so they are for a person to look at.</summary>
    public IEnumerable<AssignmentProblem> Unnoticed => Solutions.SelectMany(solution => solution.Unnoticed);
}

/// <summary>What the tests notice of mistakes in one solution.</summary>
/// <param name="Name">What it declares first.</param>
/// <param name="Position">Where it begins.</param>
/// <param name="Mistakes">How many mistakes were made in it that compile.</param>
/// <param name="Unnoticed">Those that no test notices.</param>
/// <param name="NoticedBy">The tests that noticed one, in the order of the notebook.</param>
/// <param name="IsTested">Whether any test fails when the stub stands in its place.</param>
public sealed record SolutionReport(
    string Name, CellPosition Position, int Mistakes, IReadOnlyList<AssignmentProblem> Unnoticed, IReadOnlyList<string> NoticedBy, bool IsTested)
{
    /// <summary><c>Sigmoid: 7 of 7 mistakes noticed, by sigmoid-values</c>.</summary>
    public override string ToString() => !IsTested ? $"{Name}: no test needs it" : string.Create(CultureInfo.InvariantCulture,
        $"{Name}: {Mistakes - Unnoticed.Count} of {Mistakes} mistakes noticed{(NoticedBy.Count > 0 ? $", by {string.Join(", ", NoticedBy)}" : "")}");
}
