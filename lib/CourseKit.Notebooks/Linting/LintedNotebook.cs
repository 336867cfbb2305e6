using System.Text.RegularExpressions;
using CourseKit.Notebooks.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CourseKit.Notebooks.Linting;

/// <summary>A notebook as the rules look at it: parsed once.</summary>
internal sealed class LintedNotebook
{
    public LintedNotebook(NotebookDocument document)
    {
        Document = document;
        Cells = [.. document.Cells.Index().Select(cell => new LintedCell(cell.Item, cell.Index + 1))];
    }

    public NotebookDocument Document { get; }

    public IReadOnlyList<LintedCell> Cells { get; }

    /// <summary>The cells of C#.</summary>
    public IEnumerable<LintedCell> Code => Cells.Where(cell => cell.Cell is { Kind: CellKind.Code, Kernel: "csharp" } && !string.IsNullOrWhiteSpace(cell.Cell.Source));

    /// <summary>The cells of text.</summary>
    public IEnumerable<LintedCell> Text => Cells.Where(cell => cell.Cell.Kind == CellKind.Markdown);
}

/// <summary>A cell with its lines and, if it is one of C#, its syntax.</summary>
internal sealed partial class LintedCell(NotebookCell cell, int number)
{
    private static readonly CSharpParseOptions Script = new(LanguageVersion.CSharp14, DocumentationMode.None, SourceCodeKind.Script);

    private readonly Lazy<CompilationUnitSyntax> _syntax = new(() =>
        CSharpSyntaxTree.ParseText(Magic().Replace(cell.Source, match => new string(' ', match.Length)), Script).GetCompilationUnitRoot());

    public NotebookCell Cell { get; } = cell;

    public int Number { get; } = number;

    public string[] Lines { get; } = cell.Source.Split('\n');

    /// <summary>Its code; lines that are no C# count as blank.</summary>
    public CompilationUnitSyntax Syntax => _syntax.Value;

    /// <summary>The line in which it stands, one-based.</summary>
    public static int LineOf(SyntaxNodeOrToken node) => (node.SyntaxTree!.GetLineSpan(node.Span).StartLinePosition.Line) + 1;

    /// <summary>The line with other text at this place.</summary>
    public string With(int line, int column, int length, string text) => Lines[line - 1].Remove(column, length).Insert(column, text);

    /// <summary>The first column of a node in its line, zero-based.</summary>
    public static int ColumnOf(SyntaxNodeOrToken node) => node.SyntaxTree!.GetLineSpan(node.Span).StartLinePosition.Character;

    [GeneratedRegex("^#!.*", RegexOptions.Multiline)]
    private static partial Regex Magic();
}
