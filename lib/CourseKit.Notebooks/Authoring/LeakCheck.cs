using System.Globalization;
using System.Text.RegularExpressions;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Running;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CourseKit.Notebooks.Authoring;

/// <summary>
/// Finds what the students are not to see in what they get: numbers, strings and names of solutions and hidden tests that the code handed out does not have, and
/// statements that stand somewhere word for word.
/// </summary>
internal sealed partial class LeakCheck
{
    /// <summary>A statement of fewer words may be alike by chance.</summary>
    private const int Words = 8;

    private readonly Assignment _assignment;
    private readonly IReadOnlySet<string> _allowed;
    private readonly List<(string Word, string Where)> _words = [];
    private readonly List<(string[] Lexemes, string Where, bool IsWhole)> _phrases = [];
    private readonly HashSet<string> _shown;

    /// <param name="assignment">The teacher's.</param>
    /// <param name="handedOut">The students' version.</param>
    /// <param name="allowed">Numbers, strings and names that may be known.</param>
    public LeakCheck(Assignment assignment, NotebookDocument handedOut, IEnumerable<string> allowed)
    {
        (_assignment, _allowed) = (assignment, allowed.ToHashSet(StringComparer.Ordinal));
        _shown = [.. handedOut.Cells.Where(IsCSharp).SelectMany(cell => Tokens(cell.Source)).Select(Distinctive).OfType<string>()];
        foreach (var cell in assignment.Cells)
            Learn(cell);
    }

    /// <summary>What of the secrets stands in the students' notebook.</summary>
    public IEnumerable<AssignmentProblem> In(NotebookDocument handedOut, IReadOnlyList<int> teachersNumber)
    {
        foreach (var (cell, number) in handedOut.Cells.Zip(teachersNumber))
        {
            var author = _assignment.Cells[number - 1];
            var place = _assignment.At(author, 1);
            var prose = IsCSharp(cell) ? Comments(cell.Source) : cell.Source;
            foreach (var message in InProse(prose))
                yield return new AssignmentProblem(place, message);
            if (!IsCSharp(cell))
                continue;
            var lexemes = Lex(cell.Source);
            foreach (var phrase in _phrases.Where(phrase => phrase.IsWhole && Has(lexemes, phrase.Lexemes)).DistinctBy(phrase => phrase.Where))
                yield return new AssignmentProblem(place, $"{phrase.Where} stands in this cell word for word. Mark it here too, or take it out.");
        }
    }

    /// <summary>What of the secrets stands in another file that is handed out.</summary>
    public IEnumerable<AssignmentProblem> In(string file, string text) => InProse(text).Select(message => new AssignmentProblem(null, $"{file}: {message}"));

    private IEnumerable<string> InProse(string text)
    {
        var lexemes = Lex(text);
        var words = lexemes.ToHashSet(StringComparer.Ordinal);
        foreach (var (word, where) in _words.Where(secret => !_allowed.Contains(secret.Word)
            && (words.Contains(secret.Word) || secret.Word.Contains(' ', StringComparison.Ordinal) && text.Contains(secret.Word, StringComparison.Ordinal))).DistinctBy(secret => secret.Word))
            yield return $"\"{word}\" of {where} stands here. Take it out, or hand it out on purpose with --allow \"{word}\".";
        foreach (var phrase in _phrases.Where(phrase => Has(lexemes, phrase.Lexemes)).DistinctBy(phrase => phrase.Where))
            yield return $"{phrase.Where} stands here word for word. Take it out.";
    }

    private void Learn(AssignmentCell cell)
    {
        if (cell.Directives.IsTeacherOnly)
            Learn(cell, 1, cell.Lines.Length, "the teacher's own cell", isWhole: false);
        else
            foreach (var region in cell.Regions)
                Learn(cell, region.First + 1, region.Last - 1, region.Kind == MarkKind.Solution ? "the solution" : "the hidden tests", region.Kind == MarkKind.Solution);
    }

    private void Learn(AssignmentCell cell, int first, int last, string what, bool isWhole)
    {
        string Where(int line) => string.Create(CultureInfo.InvariantCulture, $"{what} in cell {cell.Number}, line {line}");
        bool Inside(SyntaxNodeOrToken node) => LineOf(node) >= first && node.GetLocation()!.GetLineSpan().EndLinePosition.Line + 1 <= last;
        if (!cell.IsCSharp)
        {
            for (var line = first; line <= last; line++)
                AddPhrase(cell.Lines[line - 1], Where(line), isWhole: false);
            return;
        }
        var root = CellComments.Parse(cell.Cell.Source).GetRoot();
        foreach (var token in root.DescendantTokens().Where(token => Inside(token)))
            if (Distinctive(token) is { } word && !_shown.Contains(word))
                _words.Add((word, Where(LineOf(token))));
        foreach (var node in root.DescendantNodes().Where(node => node is StatementSyntax and not BlockSyntax or ArrowExpressionClauseSyntax or BlockSyntax { Parent: BaseMethodDeclarationSyntax } && Inside(node)))
            AddPhrase(node is ArrowExpressionClauseSyntax arrow ? arrow.Expression.ToString() : node.ToString(), Where(LineOf(node)),
                isWhole && node is ArrowExpressionClauseSyntax or BlockSyntax);
    }

    private void AddPhrase(string text, string where, bool isWhole)
    {
        if (Lex(text) is { Length: >= Words } lexemes)
            _phrases.Add((lexemes, where, isWhole));
    }

    /// <summary>What gives a token away: a number of three digits or more, a string of several words, a name that is no word of a language. Null for the rest.</summary>
    private static string? Distinctive(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.NumericLiteralToken => Digits(token.Text) is { Length: >= 3 } ? Lex(token.Text)[0].TrimEnd('f', 'F', 'd', 'D', 'm', 'M', 'L') : null,
        SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken => token.ValueText.Trim() is { Length: >= 8 } text && text.Contains(' ', StringComparison.Ordinal) ? text : null,
        SyntaxKind.IdentifierToken => CodeName().IsMatch(token.ValueText) && token.Parent is VariableDeclaratorSyntax or ParameterSyntax or MethodDeclarationSyntax
            or LocalFunctionStatementSyntax or SingleVariableDesignationSyntax ? token.ValueText : null,
        _ => null,
    };

    private static string Digits(string number) => Exponent().Replace(number, "").Replace(".", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).Trim('0');

    private static bool IsCSharp(NotebookCell cell) => cell is { Kind: CellKind.Code, Kernel: "csharp" };

    private static IEnumerable<SyntaxToken> Tokens(string source) => CellComments.Parse(source).GetRoot().DescendantTokens();

    private static string Comments(string source) => string.Join('\n', CellComments.Parse(source).GetRoot().DescendantTrivia()
        .Where(trivia => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia
            or SyntaxKind.MultiLineDocumentationCommentTrivia or SyntaxKind.DisabledTextTrivia).Select(trivia => trivia.ToFullString()));

    private static int LineOf(SyntaxNodeOrToken node) => node.GetLocation()!.GetLineSpan().StartLinePosition.Line + 1;

    private static string[] Lex(string text) => [.. Lexeme().Matches(text).Select(match => match.Value)];

    private static bool Has(string[] text, string[] phrase)
    {
        for (var at = 0; at + phrase.Length <= text.Length; at++)
            if (text.AsSpan(at, phrase.Length).SequenceEqual(phrase))
                return true;
        return false;
    }

    /// <summary>Numbers, words, and every other sign for itself.</summary>
    [GeneratedRegex(@"\d+(\.\d+)?([eE][+-]?\d+)?\w*|\.\d+|\w+|[^\s\w]", RegexOptions.CultureInvariant)]
    private static partial Regex Lexeme();

    [GeneratedRegex("[eE][+-]?[0-9]+|[fFdDmMuUlL]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Exponent();

    /// <summary>A small letter before a capital, a digit or an underscore in it: no word that stands in a sentence.</summary>
    [GeneratedRegex("[a-z][A-Z]|_|[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex CodeName();
}
