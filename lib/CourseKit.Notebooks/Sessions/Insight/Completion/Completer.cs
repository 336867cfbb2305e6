using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CourseKit.Notebooks.Sessions.Insight.Completion;

/// <summary>What may be written at a place in C#: members behind a dot, else what is expected there and what is in scope.</summary>
internal static class Completer
{
    public static CodeCompletions Complete(Draft draft, int position)
    {
        var start = position;
        while (start > 0 && SyntaxFacts.IsIdentifierPartCharacter(draft.Text[start - 1]))
            start--;
        if (draft.IsText(position) || start < position && !SyntaxFacts.IsIdentifierStartCharacter(draft.Text[start]))
            return CodeCompletions.None(position);
        var list = new CompletionList(draft.Text[start..position]);
        Fill(list, draft, start);
        return new CodeCompletions(list.Items(), start, position);
    }

    private static void Fill(CompletionList list, Draft draft, int start)
    {
        var before = draft.Before(start);
        if (MemberCompletions.Qualifier(before) is { } qualifier)
        {
            // 3. is the beginning of 3.5 far more often than of 3.ToString().
            if (!qualifier.IsKind(SyntaxKind.NumericLiteralExpression))
                MemberCompletions.Fill(list, draft, qualifier, before);
        }
        else if (before.IsKind(SyntaxKind.DotToken) || IsNewName(draft.Before(start + 1), before, start))
            return;
        else if (InitializerCompletions.TypeOf(draft, before) is { } created)
            InitializerCompletions.Fill(list, draft, created, (InitializerExpressionSyntax)before.Parent!);
        else
        {
            ArgumentCompletions.Fill(list, draft, before);
            EnumCompletions.Fill(list, draft, before);
            ScopeCompletions.Fill(list, draft, start, before);
        }
    }

    /// <summary>Whether the word is one that the author makes up: a variable's, a parameter's, a type's.</summary>
    private static bool IsNewName(SyntaxToken word, SyntaxToken before, int start) =>
        word.SpanStart == start && before.GetLocation().GetLineSpan().EndLinePosition.Line == word.GetLocation().GetLineSpan().StartLinePosition.Line
        && word.Parent is VariableDeclaratorSyntax or SingleVariableDesignationSyntax or BaseTypeDeclarationSyntax or MethodDeclarationSyntax
            or LocalFunctionStatementSyntax or PropertyDeclarationSyntax or ForEachStatementSyntax or ParameterSyntax { Type: not null }
        && word.IsKind(SyntaxKind.IdentifierToken);
}
