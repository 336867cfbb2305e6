using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CourseKit.Notebooks.Linting.Rules;

/// <summary>A function that a class calls is static: a script's other functions belong to an object that classes do not have (CS0120).</summary>
internal sealed class StaticFunctionRule : LintRule
{
    public override string Name => "static-function";

    public override IEnumerable<LintFinding> Check(LintedNotebook notebook)
    {
        LintedCell[] code = [.. notebook.Code];
        var called = code.SelectMany(cell => cell.Syntax.Members.OfType<TypeDeclarationSyntax>()).SelectMany(NamesUsedIn).ToHashSet();
        var instance = code.SelectMany(cell => InstanceNames(cell.Syntax)).ToHashSet();
        return from cell in code
               from function in cell.Syntax.Members.OfType<MethodDeclarationSyntax>()
               where !function.Modifiers.Any(SyntaxKind.StaticKeyword) && called.Contains(function.Identifier.ValueText)
               select Finding(cell, function, instance);
    }

    private LintFinding Finding(LintedCell cell, MethodDeclarationSyntax function, HashSet<string> instance)
    {
        var first = function.Modifiers.Count > 0 ? function.Modifiers[0] : function.ReturnType.GetFirstToken();
        var line = LintedCell.LineOf(first);
        var needs = NamesUsedIn(function).Where(name => instance.Contains(name) && name != function.Identifier.ValueText).Order(StringComparer.Ordinal).FirstOrDefault();
        return At(cell, line, $"a static function is required where a class calls it; {function.Identifier.ValueText} is not static.",
            needs is null ? $"Write static before {function.ReturnType}." : $"Write static before {function.ReturnType}, and hand it {needs} as a parameter.",
            needs is null ? cell.With(line, LintedCell.ColumnOf(first), 0, "static ") : null);
    }

    /// <summary>Names in a node that are not those of somebody's members.</summary>
    private static IEnumerable<string> NamesUsedIn(SyntaxNode node)
    {
        var own = node is TypeDeclarationSyntax type ? type.Members.OfType<MethodDeclarationSyntax>().Select(method => method.Identifier.ValueText).ToHashSet() : [];
        return node.DescendantNodes().OfType<SimpleNameSyntax>()
            .Where(name => name.Parent is not MemberAccessExpressionSyntax access || access.Expression == name)
            .Select(name => name.Identifier.ValueText)
            .Where(name => !own.Contains(name));
    }

    /// <summary>What a static function cannot see: variables of cells, and functions that are not static.</summary>
    private static IEnumerable<string> InstanceNames(CompilationUnitSyntax cell) => cell.Members.SelectMany(member => member switch
    {
        FieldDeclarationSyntax field when !field.Modifiers.Any(SyntaxKind.StaticKeyword) && !field.Modifiers.Any(SyntaxKind.ConstKeyword) =>
            field.Declaration.Variables.Select(variable => variable.Identifier.ValueText),
        MethodDeclarationSyntax method when !method.Modifiers.Any(SyntaxKind.StaticKeyword) => [method.Identifier.ValueText],
        GlobalStatementSyntax statement => statement.DescendantNodes().OfType<SingleVariableDesignationSyntax>().Select(variable => variable.Identifier.ValueText),
        _ => [],
    });
}
