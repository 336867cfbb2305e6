using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CourseKit.Notebooks.Sessions.Insight.Completion;

/// <summary>The parameters of the method whose arguments are written, by name: <c>epochs:</c>.</summary>
internal static class ArgumentCompletions
{
    public static void Fill(CompletionList list, Draft draft, SyntaxToken before)
    {
        if (before.Kind() is not (SyntaxKind.OpenParenToken or SyntaxKind.CommaToken) || before.Parent is not BaseArgumentListSyntax arguments)
            return;
        var given = arguments.Arguments.Select(argument => argument.NameColon?.Name.Identifier.ValueText).ToHashSet();
        foreach (var parameter in Methods(draft, arguments).SelectMany(method => method.Parameters))
            if (!given.Contains(parameter.Name))
                list.Add(new CompletionItem($"{parameter.Name}:", "argument", SymbolText.Short(parameter)), Nearness.Expected);
    }

    /// <summary>The methods that a list of arguments may be for.</summary>
    public static IEnumerable<IMethodSymbol> Methods(Draft draft, BaseArgumentListSyntax arguments) => arguments.Parent switch
    {
        InvocationExpressionSyntax call => Called(draft, call),
        BaseObjectCreationExpressionSyntax creation => Constructors(draft, creation),
        ElementAccessExpressionSyntax => [],
        ConstructorInitializerSyntax initializer => draft.Model.GetMemberGroup(initializer).OfType<IMethodSymbol>(),
        _ => [],
    };

    private static List<IMethodSymbol> Called(Draft draft, InvocationExpressionSyntax call)
    {
        var methods = draft.Model.GetMemberGroup(call.Expression).OfType<IMethodSymbol>().ToList();
        if (methods.Count > 0)
            return methods;
        var info = draft.Model.GetSymbolInfo(call);
        return [.. info.CandidateSymbols.Append(info.Symbol).OfType<IMethodSymbol>()];
    }

    private static IEnumerable<IMethodSymbol> Constructors(Draft draft, BaseObjectCreationExpressionSyntax creation)
    {
        var type = draft.Model.GetTypeInfo(creation);
        var created = (type.Type ?? type.ConvertedType) as INamedTypeSymbol;
        return created?.InstanceConstructors.Where(constructor => draft.Model.IsAccessible(creation.SpanStart, constructor)) ?? [];
    }
}
