using System.Text;
using CourseKit.Notebooks.Parameters;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CourseKit.Notebooks.Sessions.Scripting;

/// <summary>A cell's code with a call of <see cref="LoopGuard.Turn"/> in every loop and of <see cref="GivenParameter"/> in variables set from outside, and the way back from its places to the author's.</summary>
/// <remarks>Nothing that is inserted ends a line, so lines stay what they are; columns are translated.</remarks>
internal sealed class GuardedCode
{
    private const string Guard = "global::CourseKit.Notebooks.Sessions.LoopGuard.Turn();";
    private const string Given = "global::CourseKit.Notebooks.Sessions.GivenParameter.Or";

    private readonly List<(int Position, string Text)> _insertions = [];
    private readonly SyntaxNode _root;
    private readonly SourceText _original;
    private readonly SourceText _guarded;

    /// <param name="code">What the author wrote. Code that does not parse is left as it is.</param>
    /// <param name="options">The language.</param>
    /// <param name="given">The top-level variables that are set from outside.</param>
    public GuardedCode(string code, CSharpParseOptions options, IReadOnlyCollection<string> given)
    {
        var tree = CSharpSyntaxTree.ParseText(code, options);
        (_root, _original) = (tree.GetRoot(), tree.GetText());
        if (!_root.ContainsDiagnostics)
            foreach (var node in _root.DescendantNodes())
                if (BodyOf(node) is { } body)
                    Add(body);
        if (given.Count > 0)
            foreach (var (type, declarator) in ParameterVariables.Of((CompilationUnitSyntax)_root))
                if (given.Contains(declarator.Identifier.ValueText))
                    Give(type, declarator);
        _insertions.Sort((left, right) => left.Position.CompareTo(right.Position));
        _guarded = _insertions.Count == 0 ? _original : SourceText.From(Insert(code));
    }

    /// <summary>What is compiled.</summary>
    public string Text => _guarded.ToString();

    /// <summary>Whether its statements run once each, from the first to the last: there are no loops, and no methods that something else could call.</summary>
    public bool IsStraight => !_root.DescendantNodes().Any(node => BodyOf(node) is not null
        || node is GotoStatementSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or QueryExpressionSyntax or BaseTypeDeclarationSyntax or MemberDeclarationSyntax
            and not (GlobalStatementSyntax or FieldDeclarationSyntax));

    /// <summary>The author's places for those of <see cref="Text"/>.</summary>
    public PlaceMap Places
    {
        get
        {
            var shift = 0;
            var insertions = new List<Insertion>();
            foreach (var (at, text) in _insertions)
            {
                insertions.Add(new Insertion(
                    CodePlace.Of(_guarded.Lines.GetLinePosition(at + shift)), text.Length, CodePlace.Of(_original.Lines.GetLinePosition(NextWord(at)))));
                shift += text.Length;
            }
            return new PlaceMap(insertions);
        }
    }

    private static StatementSyntax? BodyOf(SyntaxNode node) => node switch
    {
        ForStatementSyntax loop => loop.Statement,
        CommonForEachStatementSyntax loop => loop.Statement,
        WhileStatementSyntax loop => loop.Statement,
        DoStatementSyntax loop => loop.Statement,
        _ => null,
    };

    private void Add(StatementSyntax body)
    {
        if (body is BlockSyntax block)
        {
            _insertions.Add((block.OpenBraceToken.Span.End, Guard));
            return;
        }
        // A declaration cannot be a loop's body; in braces it could, and the compiler would not say so.
        if (body is LocalDeclarationStatementSyntax or LocalFunctionStatementSyntax or LabeledStatementSyntax)
            return;
        _insertions.Add((body.SpanStart, "{" + Guard));
        _insertions.Add((body.Span.End, "}"));
    }

    /// <summary><c>var n = 5;</c> becomes <c>var n = GivenParameter.Or("n", 5);</c>: of the given value nothing but the variable's own name stands in the code.</summary>
    private void Give(TypeSyntax type, VariableDeclaratorSyntax declarator)
    {
        var name = declarator.Identifier.ValueText;
        var call = $"{Given}{(type.IsVar ? "" : $"<{type}>")}(\"{name}\", ";
        if (declarator.Initializer is { } initializer)
        {
            _insertions.Add((initializer.Value.SpanStart, call));
            _insertions.Add((initializer.Value.Span.End, ")"));
        }
        else
            _insertions.Add((declarator.Span.End, $" = {call}default)"));
    }

    private string Insert(string code)
    {
        var text = new StringBuilder(code.Length + _insertions.Count * Guard.Length);
        var copied = 0;
        foreach (var (position, insertion) in _insertions)
        {
            text.Append(code, copied, position - copied).Append(insertion);
            copied = position;
        }
        return text.Append(code, copied, code.Length - copied).ToString();
    }

    private int NextWord(int position)
    {
        var token = _root.FindToken(position);
        return token.Span.End <= position ? token.GetNextToken().SpanStart : token.SpanStart;
    }
}
