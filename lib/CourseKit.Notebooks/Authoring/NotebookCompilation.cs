using System.Globalization;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Running;
using CourseKit.Notebooks.Sessions;
using CourseKit.Notebooks.Sessions.Cells;
using CourseKit.Notebooks.Sessions.Scripting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CourseKit.Notebooks.Authoring;

/// <summary>A notebook as the compiler sees it; nothing of it runs.</summary>
internal sealed class NotebookCompilation
{
    private readonly Dictionary<int, CSharpCompilation> _cells = [];
    private readonly List<AssignmentProblem> _problems = [];

    private NotebookCompilation()
    {
    }

    /// <summary>Of a notebook of which nothing is known: enough where no variable needs its type.</summary>
    public static NotebookCompilation Unknown { get; } = new();

    /// <summary>What keeps it from compiling, but for cells that say they will not.</summary>
    public IReadOnlyList<AssignmentProblem> Problems => _problems;

    /// <summary>Compiles the cells of C# one after another.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="path">Its file, in whose folder <c>#r</c> is resolved.</param>
    public static NotebookCompilation Of(NotebookDocument document, string path)
    {
        var scratch = Directory.CreateTempSubdirectory("coursekit-compile-");
        try
        {
            var compilation = new NotebookCompilation();
            var compiler = CellCompiler.In(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!, scratch.FullName);
            foreach (var (index, cell) in document.Cells.Index())
                if (cell is { Kind: CellKind.Code, Kernel: "csharp" } && !string.IsNullOrWhiteSpace(cell.Source))
                    compilation.Add(compiler, new CellRequest(cell.Id, cell.Source, path, index + 1, cell.Line), CellDirectives.Of(cell));
            return compilation;
        }
        finally
        {
            Delete(scratch);
        }
    }

    /// <summary>The type of a variable as code in that cell names it; null for one without a name, as an anonymous type.</summary>
    /// <param name="cell">The cell's number.</param>
    /// <param name="line">The line in which the variable is declared, one-based.</param>
    /// <param name="name">The variable.</param>
    public string? TypeOf(int cell, int line, string name)
    {
        if (!_cells.TryGetValue(cell, out var compilation))
            return null;
        // The lines are the author's, the columns are not: loops are guarded.
        var tree = compilation.SyntaxTrees.Last();
        var declaration = tree.GetRoot().DescendantNodes().FirstOrDefault(node =>
            node is VariableDeclaratorSyntax or SingleVariableDesignationSyntax
            && node.GetFirstToken().ValueText == name && tree.GetLineSpan(node.Span).StartLinePosition.Line + 1 == line);
        if (declaration is null)
            return null;
        var model = compilation.GetSemanticModel(tree);
        var type = model.GetDeclaredSymbol(declaration) switch
        {
            IFieldSymbol field => field.Type,
            ILocalSymbol local => local.Type,
            _ => null,
        };
        return type is null or { IsAnonymousType: true } or IErrorTypeSymbol
            ? null
            : type.WithNullableAnnotation(NullableAnnotation.None).ToMinimalDisplayString(model, declaration.SpanStart);
    }

    private void Add(CellCompiler compiler, CellRequest request, CellDirectives directives)
    {
        if (request.Code.Split('\n').Index().FirstOrDefault(line => line.Item.StartsWith("#!import", StringComparison.Ordinal)) is { Item: not null } import)
        {
            _problems.Add(new AssignmentProblem(Position(request, import.Index + 1),
                "#!import: an assignment that stands on its own is required; the students do not have that file. Put its code into a cell."));
            return;
        }
        if (directives.Expects is { Kind: CellErrorKind.CompileError } || CellParser.CodeOf(request) is not { } code)
            return;
        var cell = compiler.Compile(CellCode.Of(request, code), CancellationToken.None);
        foreach (var error in cell.Diagnostics.Where(diagnostic => diagnostic.Severity == Sessions.DiagnosticSeverity.Error))
            _problems.Add(new AssignmentProblem(Position(request, error.Line), string.Create(CultureInfo.InvariantCulture, $"{error.Id}: {error.Message}")));
        if (!cell.Succeeded)
            return;
        compiler.Accept(cell);
        _cells[request.CellNumber] = compiler.CompilationOf(cell);
    }

    private static CellPosition Position(CellRequest request, int line) =>
        new(request.Path, request.CellNumber, line, 0, request.FirstLine > 0 ? request.FirstLine + line - 1 : 0);

    /// <summary>The copies of dlls are mapped into memory, and some systems delete them only when this process has ended.</summary>
    private static void Delete(DirectoryInfo scratch)
    {
        try
        {
            scratch.Delete(recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Left to the system's own cleaning of temporary files.
        }
    }
}
