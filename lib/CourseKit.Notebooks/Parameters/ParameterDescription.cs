using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Sessions;
using CourseKit.Notebooks.Sessions.Cells;
using CourseKit.Notebooks.Sessions.Scripting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CourseKit.Notebooks.Parameters;

/// <summary>Finds out what a notebook may be given, without running any of it.</summary>
public static class ParameterDescription
{
    /// <summary>The parameters in the order of their declarations; empty without a parameters cell.</summary>
    /// <param name="path">The notebook's file, against whose folder <c>#r</c> is resolved.</param>
    /// <param name="document">What the file holds.</param>
    public static IReadOnlyList<NotebookParameter> Of(string path, NotebookDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var marked = ParameterVariables.Cells(document).ToList();
        if (marked.Count == 0)
            return [];
        var scratch = Directory.CreateTempSubdirectory("coursekit-");
        try
        {
            // The types may come from cells before: those are compiled, not run.
            var compiler = CellCompiler.In(Path.GetDirectoryName(Path.GetFullPath(path))!, scratch.FullName);
            var parameters = new List<NotebookParameter>();
            for (var number = 1; number <= marked[^1].Number; number++)
                if (document.Cells[number - 1] is { Kind: CellKind.Code, Kernel: "csharp" } cell)
                {
                    var compiled = Compile(compiler, cell, number);
                    if (marked.Exists(entry => entry.Number == number))
                        parameters.AddRange(ParameterVariables.Of(cell.Source).Select(variable => Parameter(variable, compiler.CompilationOf(compiled), number)));
                }
            return parameters;
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static CompiledCell Compile(CellCompiler compiler, NotebookCell cell, int number)
    {
        var request = new CellRequest(cell.Id, cell.Source, null, number, 0);
        var compiled = compiler.Compile(CellCode.Of(request, CellParser.CodeOf(request) ?? cell.Source), CancellationToken.None);
        if (compiled.Succeeded)
            compiler.Accept(compiled);
        return compiled;
    }

    private static NotebookParameter Parameter(ParameterVariables.Variable variable, Compilation compilation, int number)
    {
        var name = variable.Declarator.Identifier.ValueText;
        return new NotebookParameter(
            name,
            TypeOf(name, compilation) ?? variable.Type.ToString(),
            variable.Declarator.Initializer?.Value.ToString() ?? "",
            Comment(variable.Declarator),
            number);
    }

    private static string? TypeOf(string name, Compilation compilation)
    {
        var tree = compilation.SyntaxTrees.Last();
        var declarator = ParameterVariables.Of((CompilationUnitSyntax)tree.GetRoot()).FirstOrDefault(other => other.Declarator.Identifier.ValueText == name)?.Declarator;
        return declarator is not null && compilation.GetSemanticModel(tree).GetDeclaredSymbol(declarator) is IFieldSymbol { Type: { TypeKind: not TypeKind.Error } type }
            ? type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)
            : null;
    }

    /// <summary>The comment on the declaration's last line.</summary>
    private static string Comment(VariableDeclaratorSyntax declarator)
    {
        var statement = declarator.FirstAncestorOrSelf<FieldDeclarationSyntax>()!;
        return statement.GetTrailingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia))
            .Select(trivia => trivia.ToString().TrimStart('/').Trim()).FirstOrDefault() ?? "";
    }
}
