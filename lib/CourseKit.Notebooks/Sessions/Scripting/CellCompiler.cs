using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Scripting;

namespace CourseKit.Notebooks.Sessions.Scripting;

/// <summary>Compiles cells one after another; each sees what the accepted ones before it declare.</summary>
internal sealed class CellCompiler
{
    /// <summary>What Polyglot Notebooks import, so that a notebook runs in both; ours adds <c>display</c> and its kin.</summary>
    private static readonly string[] Imports =
    [
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq",
        typeof(NotebookGlobals).FullName!,
    ];

    private readonly ScriptOptions _options;
    private readonly EmitOptions _emit;
    private readonly CellSources _sources;
    private readonly CellDiagnostics _diagnostics;
    private Script<object>? _last;

    public CellCompiler(string folder, bool interruptible, FrameworkAssemblies framework, NotebookReferenceResolver resolver, CellSources sources)
    {
        _sources = sources;
        _diagnostics = new CellDiagnostics(sources, resolver);
        _emit = new EmitOptions(
            debugInformationFormat: DebugInformationFormat.PortablePdb,
            instrumentationKinds: interruptible ? [InstrumentationKind.ModuleCancellation] : []);
        _options = ScriptOptions.Default
            .WithLanguageVersion(LanguageVersion.CSharp14)
            .WithOptimizationLevel(OptimizationLevel.Release)
            .WithEmitDebugInformation(true)
            .WithFileEncoding(Encoding.UTF8)
            .WithImports(Imports)
            .WithReferences([.. framework.References, MetadataReference.CreateFromFile(typeof(NotebookGlobals).Assembly.Location)])
            .WithMetadataResolver(resolver)
            .WithSourceResolver(new SourceFileResolver([], folder));
    }

    /// <summary>Compiles a cell behind the accepted ones.</summary>
    /// <param name="request">Where it stands.</param>
    /// <param name="code">Its code, which may differ from the request's in blanked lines.</param>
    /// <param name="cancellationToken">Stops the compiler.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public CompiledCell Compile(CellRequest request, string code, CancellationToken cancellationToken)
    {
        var options = _options.WithFilePath(_sources.Add(request));
        var script = _last is null ? CSharpScript.Create<object>(code, options) : _last.ContinueWith<object>(code, options);
        var compilation = script.GetCompilation();
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var roots = compilation.SyntaxTrees.Select(tree => tree.GetCompilationUnitRoot(cancellationToken)).ToList();
        var hasCode = roots.Exists(root => root.Members.Count > 0);
        var diagnostics = Errors(compilation.GetParseDiagnostics(cancellationToken));
        if (diagnostics.IsEmpty && (!hasCode || roots.Exists(DeclaresTypes)))
            diagnostics = compilation.GetDiagnostics(cancellationToken);
        if (hasCode && Errors(diagnostics).IsEmpty)
            diagnostics = compilation.Emit(assembly, symbols, options: _emit, cancellationToken: cancellationToken).Diagnostics;
        var succeeded = Errors(diagnostics).IsEmpty;
        return new CompiledCell
        {
            Script = script,
            Diagnostics = _diagnostics.Of(diagnostics),
            Succeeded = succeeded,
            Assembly = hasCode && succeeded ? assembly.ToArray() : null,
            Symbols = symbols.ToArray(),
            HasValue = succeeded && TrailingValue.Of(compilation, cancellationToken),
        };
    }

    /// <summary>From now on cells see what this one declares.</summary>
    public void Accept(CompiledCell cell) => _last = cell.Script;

    private static ImmutableArray<Diagnostic> Errors(ImmutableArray<Diagnostic> diagnostics) =>
        [.. diagnostics.Where(diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error)];

    /// <summary>
    /// Without being asked for diagnostics first, a compiler that puts in cancellation checks overlooks the initializers of fields, and warns of fields "never used".
    /// </summary>
    private static bool DeclaresTypes(CompilationUnitSyntax root) => root.Members.Any(member => member is TypeDeclarationSyntax);
}
