using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CourseKit.Notebooks.Sessions.Insight.Completion;

/// <summary>Where a value of an enum is expected, its values: <c>Activation.ReLU</c>.</summary>
internal static class EnumCompletions
{
    public static void Fill(CompletionList list, Draft draft, SyntaxToken before)
    {
        foreach (var type in Expected(draft, before).OfType<ITypeSymbol>().Select(MemberCompletions.Underlying).Where(type => type.TypeKind == TypeKind.Enum))
            foreach (var member in type.GetMembers().OfType<IFieldSymbol>().Where(member => member.HasConstantValue))
            {
                var text = $"{type.ToMinimalDisplayString(draft.Model, before.SpanStart)}.{member.Name}";
                list.Add(new CompletionItem(text, "enum member", SymbolText.Short(member)), Nearness.Expected, member.Name);
            }
    }

    /// <summary>The types that fit behind a token.</summary>
    private static IEnumerable<ITypeSymbol?> Expected(Draft draft, SyntaxToken before) => before.Parent switch
    {
        AssignmentExpressionSyntax assignment when assignment.OperatorToken == before => [draft.Model.GetTypeInfo(assignment.Left).Type],
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } } =>
            [draft.Model.GetTypeInfo(declaration.Type).Type],
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => [draft.Model.GetTypeInfo(property.Type).Type],
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison =>
            [draft.Model.GetTypeInfo(comparison.Left).Type],
        CaseSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax selection } => [draft.Model.GetTypeInfo(selection.Expression).Type],
        BaseArgumentListSyntax arguments =>
            Parameters(draft, arguments, arguments.Arguments.GetSeparators().Count(comma => comma.SpanStart <= before.SpanStart)),
        NameColonSyntax { Parent.Parent: BaseArgumentListSyntax arguments } name =>
            ArgumentCompletions.Methods(draft, arguments).SelectMany(method => method.Parameters)
                .Where(parameter => parameter.Name == name.Name.Identifier.ValueText).Select(ITypeSymbol? (parameter) => parameter.Type),
        _ => [],
    };

    private static IEnumerable<ITypeSymbol?> Parameters(Draft draft, BaseArgumentListSyntax arguments, int index) =>
        ArgumentCompletions.Methods(draft, arguments).Where(method => index < method.Parameters.Length).Select(method => method.Parameters[index].Type);
}
