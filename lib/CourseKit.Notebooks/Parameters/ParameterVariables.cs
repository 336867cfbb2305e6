using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Running;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CourseKit.Notebooks.Parameters;

/// <summary>The variables that a parameters cell declares.</summary>
internal static class ParameterVariables
{
    private static readonly CSharpParseOptions Language = new(LanguageVersion.CSharp14, kind: SourceCodeKind.Script);

    /// <summary>The cells marked <c>// coursekit: parameters</c>, with their one-based numbers.</summary>
    public static IEnumerable<(int Number, NotebookCell Cell)> Cells(NotebookDocument document) =>
        document.Cells.Select((cell, index) => (index + 1, cell)).Where(entry => entry.cell is { Kind: CellKind.Code, Kernel: "csharp" } && IsMarked(entry.cell.Source));

    /// <summary>The names that may be given to a notebook, in their order.</summary>
    public static IReadOnlyList<string> Names(NotebookDocument document) =>
        [.. Cells(document).SelectMany(entry => Of(entry.Cell.Source)).Select(variable => variable.Declarator.Identifier.ValueText).Distinct()];

    public static IEnumerable<Variable> Of(string code) => Of(CSharpSyntaxTree.ParseText(code, Language).GetCompilationUnitRoot());

    /// <summary>Top-level variables; a constant has its value for good.</summary>
    public static IEnumerable<Variable> Of(CompilationUnitSyntax root) =>
        from field in root.Members.OfType<FieldDeclarationSyntax>()
        where !field.Modifiers.Any(modifier => modifier.IsKind(SyntaxKind.ConstKeyword))
        from declarator in field.Declaration.Variables
        select new Variable(field.Declaration.Type, declarator);

    /// <summary>A cell whose directives cannot be read is refused when its turn comes.</summary>
    private static bool IsMarked(string source)
    {
        try
        {
            return CellDirectives.Of(source).IsParameters;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <param name="Type">As written, perhaps <c>var</c>.</param>
    /// <param name="Declarator">The name and what it is set to.</param>
    public sealed record Variable(TypeSyntax Type, VariableDeclaratorSyntax Declarator);
}
