using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CourseKit.Notebooks.Authoring;

/// <summary>Writes what stands in the students' version in place of a solution: its signature with <c>throw new NotImplementedException("sigmoid: your code here")</c>.</summary>
/// <param name="cell">The cell of C# with the solution.</param>
/// <param name="isUsed">Whether code that the students keep, or a hidden test, names this.</param>
/// <param name="typeOf">The type of a variable declared in this line of the cell; null where it has no name.</param>
internal sealed partial class StubWriter(AssignmentCell cell, Func<string, bool> isUsed, Func<int, string, string?> typeOf)
{
    private readonly SyntaxTree _tree = Running.CellComments.Parse(cell.Cell.Source);

    /// <summary>The lines of the stub.</summary>
    /// <exception cref="FormatException">No stub can be made of the solution.</exception>
    public IReadOnlyList<string> Write(MarkedRegion region)
    {
        var lines = cell.Lines;
        var indent = lines[region.First - 1][..(lines[region.First - 1].Length - lines[region.First - 1].TrimStart().Length)];
        var stub = region.Stub.Count > 0 ? region.Stub : Make(region);
        return [.. stub.Select(line => line.Length == 0 ? line : indent + line)];
    }

    private List<string> Make(MarkedRegion region)
    {
        var text = _tree.GetText();
        var span = TextSpan.FromBounds(text.Lines[region.First - 1].EndIncludingLineBreak, text.Lines[region.Last - 1].Start);
        var parts = new List<SyntaxNode>();
        Collect(_tree.GetRoot(), span, parts);
        var tokens = _tree.GetRoot().DescendantTokens(span).Where(token => token.Span.Length > 0 && span.Contains(token.Span)).ToList();
        if (tokens.Count == 0)
            throw new FormatException("BEGIN SOLUTION: code between the marks is required; there is none. Write the solution, or take the marks out.");
        if (tokens.Exists(token => !parts.Exists(part => part.Span.Contains(token.Span))))
            throw new FormatException("BEGIN SOLUTION: whole statements or declarations between the marks are required; these cut one in two. Move the marks, or write // STUB: return default;");
        return Stubs(parts);
    }

    /// <summary>The largest members and statements inside the span.</summary>
    private static void Collect(SyntaxNode node, TextSpan span, List<SyntaxNode> parts)
    {
        foreach (var child in node.ChildNodes().Where(child => child.Span.IntersectsWith(span)))
            if (child.Span.Length > 0 && span.Contains(child.Span)
                && child is (MemberDeclarationSyntax and not IncompleteMemberSyntax) or StatementSyntax or UsingDirectiveSyntax)
                parts.Add(child);
            else
                Collect(child, span, parts);
    }

    private List<string> Stubs(List<SyntaxNode> parts)
    {
        var members = parts.OfType<MemberDeclarationSyntax>().Where(part => part is not (GlobalStatementSyntax or FieldDeclarationSyntax)).Cast<SyntaxNode>()
            .Concat(parts.OfType<LocalFunctionStatementSyntax>()).ToList();
        var stubs = Needed(members).OrderBy(member => member.SpanStart).SelectMany(member => new MemberStub(isUsed).Of(member)).ToList();
        var fields = parts.OfType<FieldDeclarationSyntax>().Where(field => field.Parent is TypeDeclarationSyntax).ToList();
        stubs.AddRange(fields.Where(field => MemberStub.NamesOf(field).Any(isUsed)).SelectMany(field => new MemberStub(isUsed).Of(field)));
        var statements = parts.Where(part => part is StatementSyntax and not LocalFunctionStatementSyntax or GlobalStatementSyntax
            || part is FieldDeclarationSyntax { Parent: CompilationUnitSyntax }).ToList();
        if (statements.Count == 0)
            return stubs;
        var variables = statements.SelectMany(Variables).ToList();
        stubs.AddRange(variables.Where(variable => isUsed(variable.ValueText)).Select(Declaration));
        stubs.Add($"{MemberStub.Throw(NameOf(statements[0], variables))};");
        return stubs;
    }

    /// <summary>What somebody names, or what a stub of that names in turn; the rest are helpers of the solution's own, unless there is nothing else.</summary>
    private List<SyntaxNode> Needed(List<SyntaxNode> members)
    {
        var needed = members.Where(member => MemberStub.NamesOf(member).Any(isUsed)).ToList();
        if (needed.Count == 0)
            return members;
        for (var i = 0; i < needed.Count; i++)
        {
            var words = new MemberStub(isUsed).Of(needed[i]).SelectMany(line => Word().Matches(line).Select(match => match.Value)).ToHashSet();
            needed.AddRange(members.Except(needed).Where(member => MemberStub.NamesOf(member).Any(words.Contains)).ToList());
        }
        return needed;
    }

    /// <summary>The variables that statements declare for those after them.</summary>
    private static IEnumerable<SyntaxToken> Variables(SyntaxNode statement) => statement switch
    {
        FieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => variable.Identifier),
        LocalDeclarationStatementSyntax local => local.Declaration.Variables.Select(variable => variable.Identifier),
        GlobalStatementSyntax global => Variables(global.Statement),
        ExpressionStatementSyntax expression => expression.DescendantNodes(node => node is not AnonymousFunctionExpressionSyntax)
            .OfType<SingleVariableDesignationSyntax>().Select(variable => variable.Identifier),
        _ => [],
    };

    private string Declaration(SyntaxToken variable)
    {
        var line = _tree.GetLineSpan(variable.Span).StartLinePosition.Line + 1;
        return typeOf(line, variable.ValueText) is { } type
            ? $"{type} {variable.Text} = default!;"
            : throw new FormatException($"BEGIN SOLUTION: a variable whose type has a name is required; {variable.ValueText} has none, and code below needs it. Write // STUB: var {variable.ValueText} = …;");
    }

    private string NameOf(SyntaxNode statement, List<SyntaxToken> variables) =>
        statement.Ancestors().Select(MemberStub.NameOf).FirstOrDefault(name => name is not null)
            ?? variables.Select(variable => variable.ValueText).OrderByDescending(isUsed).FirstOrDefault()
            ?? string.Create(CultureInfo.InvariantCulture, $"cell {cell.Number}");

    [GeneratedRegex(@"\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
