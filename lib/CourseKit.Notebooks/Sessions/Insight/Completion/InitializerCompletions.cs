using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CourseKit.Notebooks.Sessions.Insight.Completion;

/// <summary>The properties that an object initializer may still set: <c>new MLPClassifier { Alpha = 1e-4, … }</c>.</summary>
internal static class InitializerCompletions
{
    /// <summary>The type whose properties are set where a token ends; null if that is in no initializer, or in one that lists elements.</summary>
    public static ITypeSymbol? TypeOf(Draft draft, SyntaxToken before)
    {
        if (before.Kind() is not (SyntaxKind.OpenBraceToken or SyntaxKind.CommaToken) || before.Parent is not InitializerExpressionSyntax initializer)
            return null;
        var type = initializer.Parent switch
        {
            BaseObjectCreationExpressionSyntax creation => draft.Model.GetTypeInfo(creation) is var info ? info.Type ?? info.ConvertedType : null,
            AssignmentExpressionSyntax nested => draft.Model.GetTypeInfo(nested.Left).Type,
            WithExpressionSyntax copy => draft.Model.GetTypeInfo(copy.Expression).Type,
            _ => null,
        };
        var isList = type?.AllInterfaces.Any(one => one.SpecialType == SpecialType.System_Collections_IEnumerable) ?? false;
        return isList || type is IErrorTypeSymbol ? null : type;
    }

    public static void Fill(CompletionList list, Draft draft, ITypeSymbol type, InitializerExpressionSyntax initializer)
    {
        var set = initializer.Expressions.OfType<AssignmentExpressionSyntax>().Select(assignment => assignment.Left.ToString()).ToHashSet();
        foreach (var member in draft.Model.LookupSymbols(initializer.OpenBraceToken.Span.End, type))
            if (!member.IsStatic && CanBeSet(member, draft, initializer.SpanStart) && !set.Contains(member.Name))
                list.Add(member, Nearness.Expected);
    }

    private static bool CanBeSet(ISymbol member, Draft draft, int position) => member switch
    {
        IPropertySymbol { IsIndexer: false, SetMethod: { } setter } => draft.Model.IsAccessible(position, setter),
        IFieldSymbol field => !field.IsReadOnly && !field.IsConst,
        _ => false,
    };
}
