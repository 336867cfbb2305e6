namespace CourseKit.Notebooks.Parameters;

/// <summary>A variable that may be given from outside.</summary>
/// <param name="Name">The variable's.</param>
/// <param name="Type">In C#: <c>int</c>, <c>int[]</c>, <c>Colour</c>; <c>var</c> where the compiler could not tell.</param>
/// <param name="Default">The code that sets it when nothing is given; empty if there is none.</param>
/// <param name="Description">The comment behind it; empty if there is none.</param>
/// <param name="CellNumber">One-based, among all cells of the notebook.</param>
public sealed record NotebookParameter(string Name, string Type, string Default, string Description, int CellNumber);
