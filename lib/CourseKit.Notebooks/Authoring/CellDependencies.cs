using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Running;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CourseKit.Notebooks.Authoring;

/// <summary>Which cells have to run again when one has changed: those that name what it declares, and those that name what these declare.</summary>
internal sealed class CellDependencies
{
    private readonly IReadOnlyList<(int Number, HashSet<string> Declared, HashSet<string> Named)> _cells;

    public CellDependencies(IEnumerable<(int Number, NotebookCell Cell)> cells)
    {
        var parsed = cells.Select(cell => (cell.Number, Root: CellComments.Parse(cell.Cell.Source).GetCompilationUnitRoot())).ToList();
        var variables = parsed.SelectMany(cell => Declared(cell.Root)).ToHashSet();
        _cells = [.. parsed.Select(cell => (cell.Number, Declared(cell.Root).Concat(Changed(cell.Root).Where(variables.Contains)).ToHashSet(), Named(cell.Root)))];
    }

    /// <summary>The numbers of the cells behind that one which depend on it, in order.</summary>
    public IReadOnlyList<int> Of(int number)
    {
        var names = _cells.First(cell => cell.Number == number).Declared.ToHashSet();
        var dependents = new List<int>();
        foreach (var cell in _cells.Where(cell => cell.Number > number && cell.Named.Overlaps(names)))
        {
            dependents.Add(cell.Number);
            names.UnionWith(cell.Declared);
        }
        return dependents;
    }

    private static HashSet<string> Named(CompilationUnitSyntax cell) =>
        [.. cell.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText)];

    private static IEnumerable<string> Declared(CompilationUnitSyntax cell) => cell.Members.SelectMany(member => member is GlobalStatementSyntax
        ? member.DescendantNodes(node => node is not AnonymousFunctionExpressionSyntax).OfType<SingleVariableDesignationSyntax>().Select(variable => variable.Identifier.ValueText)
        : MemberStub.NamesOf(member));

    /// <summary>What statements may change: it stands on the left of an assignment, or has a method called on it.</summary>
    private static IEnumerable<string> Changed(CompilationUnitSyntax cell) =>
        from name in cell.Members.OfType<GlobalStatementSyntax>().SelectMany(statement => statement.DescendantNodes()).OfType<IdentifierNameSyntax>()
        where name.Parent is AssignmentExpressionSyntax set && set.Left == name
            || name.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } access && access.Expression == name
            || name.Parent is ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax }
        select name.Identifier.ValueText;
}
