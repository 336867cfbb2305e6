using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CourseKit.Notebooks.Authoring;

/// <summary>A solution with one small mistake in it.</summary>
/// <param name="Line">Of the mistake, one-based within the cell.</param>
/// <param name="Before">What stood there.</param>
/// <param name="After">What stands there now.</param>
/// <param name="Source">The whole cell.</param>
internal sealed record Mutation(int Line, string Before, string After, string Source)
{
    /// <summary>The line with the mistake, so that one sees which of several numbers it is.</summary>
    public string SourceLine => Source.Split('\n')[Line - 1].Trim();
}

/// <summary>The small mistakes that can be made in a solution: another operator, another number, the other of two functions, a statement or a result left out.</summary>
internal sealed class SolutionMutations(AssignmentCell cell, MarkedRegion region)
{
    private static readonly Dictionary<SyntaxKind, string> Operators = new()
    {
        [SyntaxKind.PlusToken] = "-",
        [SyntaxKind.MinusToken] = "+",
        [SyntaxKind.AsteriskToken] = "/",
        [SyntaxKind.SlashToken] = "*",
        [SyntaxKind.PercentToken] = "*",
        [SyntaxKind.LessThanToken] = "<=",
        [SyntaxKind.LessThanEqualsToken] = "<",
        [SyntaxKind.GreaterThanToken] = ">=",
        [SyntaxKind.GreaterThanEqualsToken] = ">",
        [SyntaxKind.EqualsEqualsToken] = "!=",
        [SyntaxKind.ExclamationEqualsToken] = "==",
        [SyntaxKind.AmpersandAmpersandToken] = "||",
        [SyntaxKind.BarBarToken] = "&&",
        [SyntaxKind.PlusEqualsToken] = "-=",
        [SyntaxKind.MinusEqualsToken] = "+=",
        [SyntaxKind.AsteriskEqualsToken] = "/=",
        [SyntaxKind.SlashEqualsToken] = "*=",
    };

    private static readonly Dictionary<string, string> Twins = Both(
        ("Max", "Min"), ("Sum", "Mean"), ("Exp", "Log"), ("Sin", "Cos"), ("First", "Last"), ("Any", "All"), ("Take", "Skip"), ("ArgMax", "ArgMin"),
        ("Floor", "Ceiling"), ("Maximum", "Minimum"), ("Tanh", "Sigmoid"), ("X", "Y"), ("train", "test"), ("Average", "Sum"));

    private readonly SyntaxTree _tree = Running.CellComments.Parse(cell.Cell.Source);

    /// <summary>What the solution is called: the function it stands in, or the first thing that it declares.</summary>
    public string Name
    {
        get
        {
            List<SyntaxNode> nodes = [.. _tree.GetRoot().DescendantNodes().Where(node => IsInside(node))];
            return nodes.FirstOrDefault()?.Ancestors().Select(MemberStub.NameOf).FirstOrDefault(name => name is not null)
                ?? nodes.SelectMany(MemberStub.NamesOf).Concat(nodes.OfType<SingleVariableDesignationSyntax>().Select(variable => variable.Identifier.ValueText)).FirstOrDefault()
                ?? string.Create(CultureInfo.InvariantCulture, $"cell {cell.Number}");
        }
    }

    /// <summary>At most so many, each kind of mistake in turn, from top to bottom: always the same.</summary>
    public IReadOnlyList<Mutation> Take(int most)
    {
        var kinds = _tree.GetRoot().DescendantNodesAndTokens().Where(IsInside).SelectMany(Of)
            .GroupBy(change => change.Kind).Select(kind => kind.ToList()).ToList();
        return [.. Enumerable.Range(0, kinds.Select(kind => kind.Count).DefaultIfEmpty(0).Max())
            .SelectMany(turn => kinds.Where(kind => turn < kind.Count).Select(kind => kind[turn]))
            .Take(most).OrderBy(change => change.Span.Start).Select(Apply)];
    }

    private static Dictionary<string, string> Both(params (string A, string B)[] twins) =>
        twins.SelectMany(twin => new[] { (twin.A, twin.B), (twin.B, twin.A) }).DistinctBy(pair => pair.Item1).ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);

    private bool IsInside(SyntaxNodeOrToken part)
    {
        var lines = _tree.GetLineSpan(part.Span);
        return lines.StartLinePosition.Line + 1 > region.First && lines.EndLinePosition.Line + 1 < region.Last;
    }

    private static IEnumerable<(string Kind, TextSpan Span, string After)> Of(SyntaxNodeOrToken part) => part.AsNode() switch
    {
        BinaryExpressionSyntax binary when Operators.TryGetValue(binary.OperatorToken.Kind(), out var other) => [("operator", binary.OperatorToken.Span, other)],
        AssignmentExpressionSyntax set when Operators.TryGetValue(set.OperatorToken.Kind(), out var other) => [("assignment", set.OperatorToken.Span, other)],
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression or (int)SyntaxKind.LogicalNotExpression } sign => [("sign", sign.OperatorToken.Span, "")],
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression } step when step.Parent is not ForStatementSyntax => [("step", step.OperatorToken.Span, "--")],
        LiteralExpressionSyntax literal => Literal(literal),
        IdentifierNameSyntax name when Twins.TryGetValue(name.Identifier.ValueText, out var twin) => [("name", name.Span, twin)],
        ReturnStatementSyntax { Expression: { } value } when !IsLiteral(value) => [("result", value.Span, "default!")],
        ArrowExpressionClauseSyntax arrow when !IsLiteral(arrow.Expression) => [("result", arrow.Expression.Span, "default!")],
        ExpressionStatementSyntax { SemicolonToken.IsMissing: false } statement => [("statement", statement.Span, ";")],
        _ => [],
    };

    private static bool IsLiteral(ExpressionSyntax expression) => expression.IsKind(SyntaxKind.DefaultLiteralExpression);

    private static IEnumerable<(string, TextSpan, string)> Literal(LiteralExpressionSyntax literal) => literal.Token.Value switch
    {
        true => [("truth", literal.Span, "false")],
        false => [("truth", literal.Span, "true")],
        int number => [("number", literal.Span, number == 1 ? "0" : (number + 1).ToString(CultureInfo.InvariantCulture))],
        double or float => [("number", literal.Span, $"(2 * {literal.Token.Text} + 1)")],
        _ => [],
    };

    private Mutation Apply((string Kind, TextSpan Span, string After) change)
    {
        var source = cell.Cell.Source;
        return new Mutation(
            _tree.GetLineSpan(change.Span).StartLinePosition.Line + 1,
            OneLine(source.Substring(change.Span.Start, change.Span.Length)),
            change.After.Length == 0 ? "nothing" : change.After,
            source.Remove(change.Span.Start, change.Span.Length).Insert(change.Span.Start, change.After));
    }

    private static string OneLine(string code)
    {
        var line = string.Join(' ', code.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 50 ? line : string.Concat(line.AsSpan(0, 49), "…");
    }
}
