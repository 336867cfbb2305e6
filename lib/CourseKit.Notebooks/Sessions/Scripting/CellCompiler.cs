using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive;

namespace CourseKit.Notebooks.Sessions.Scripting;

/// <summary>Compiles cells one after another; each sees what the accepted ones before it declare.</summary>
internal sealed class CellCompiler
{
    /// <summary>What Polyglot Notebooks import, so that a notebook runs in both; ours adds <c>display</c> and its kin.</summary>
    private static readonly string[] Imports =
    [
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq",
        typeof(Kernel).FullName!,
    ];

    public static readonly CSharpParseOptions Language = new(LanguageVersion.CSharp14, DocumentationMode.Parse, SourceCodeKind.Script);
    /// <summary>That a package was built for an older framework is no news; the SDK says nothing of it either.</summary>
    private static readonly Dictionary<string, ReportDiagnostic> Unsaid = new() { ["CS1701"] = ReportDiagnostic.Suppress, ["CS1702"] = ReportDiagnostic.Suppress };

    /// <summary>What nearly every notebook begins with; compiling it once makes the runtime compile the compiler.</summary>
    private const string Rehearsal = """
        using System.IO;
        static double Square(double x) => x * x;
        var numbers = Enumerable.Range(0, 3).Select(i => new { Index = i, Value = Square(i) }).ToList();
        foreach (var number in numbers) { if (number.Value > 9) Console.WriteLine($"{number.Index}: {number.Value:F2}"); }
        record Point(double X, double Y);
        numbers.Count
        """;

    private static readonly EmitOptions WithSymbols = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    /// <summary>For how many pieces of work that a cell has queued the pool gets threads at once.</summary>
    private const int MostPoolThreads = 500;

    private readonly Lock _gate = new();
    private readonly CSharpCompilationOptions _options;
    private readonly List<MetadataReference> _references;
    private readonly CellSources _sources;
    private readonly CellDiagnostics _diagnostics;
    private CSharpCompilation? _last;
    private int _count;

    public CellCompiler(string folder, FrameworkAssemblies framework, NotebookReferenceResolver resolver, CellSources sources)
    {
        _sources = sources;
        _diagnostics = new CellDiagnostics(sources, resolver);
        _references = [.. framework.References, MetadataReference.CreateFromFile(typeof(Kernel).Assembly.Location)];
        // An empty script has the compiler options of Roslyn's scripting, some of which cannot be set from outside.
        var script = CSharpScript.Create<object>("", ScriptOptions.Default
            .WithOptimizationLevel(OptimizationLevel.Release)
            .WithImports(Imports)
            .WithMetadataResolver(resolver)
            .WithSourceResolver(new SourceFileResolver([], folder)));
        // Not concurrent: it would wait for threads of the pool, which cells may block.
        _options = (CSharpCompilationOptions)script.GetCompilation().Options.WithConcurrentBuild(false)
            .WithSpecificDiagnosticOptions(Unsaid);
    }

    /// <summary>Compiles a cell behind the accepted ones.</summary>
    /// <param name="request">Where it stands.</param>
    /// <param name="code">Its code, which may differ from the request's in blanked lines.</param>
    /// <param name="cancellationToken">Stops the compiler.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public CompiledCell Compile(CellRequest request, string code, CancellationToken cancellationToken)
    {
        var guarded = new GuardedCode(code, Language, [.. request.Parameters?.Keys ?? []]);
        var path = _sources.Add(request, guarded);
        var tree = CSharpSyntaxTree.ParseText(guarded.Text, Language, path, Encoding.UTF8, cancellationToken);
        var name = (_count++).ToString(CultureInfo.InvariantCulture);
        // What runs once need not be fast, and without optimization every exception knows its line.
        var compilation = Create(name, tree, guarded.IsStraight ? OptimizationLevel.Debug : OptimizationLevel.Release);
        _sources.Compiled(path, compilation);
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var hasCode = compilation.SyntaxTrees.Any(tree => tree.GetCompilationUnitRoot(cancellationToken).Members.Count > 0);
        var diagnostics = Errors(compilation.GetParseDiagnostics(cancellationToken));
        if (diagnostics.IsEmpty)
            diagnostics = hasCode
                ? Emit(compilation, assembly, symbols, cancellationToken)
                : compilation.GetDiagnostics(cancellationToken);
        var succeeded = Errors(diagnostics).IsEmpty;
        return new CompiledCell
        {
            Compilation = compilation,
            Diagnostics = _diagnostics.Of(diagnostics),
            Succeeded = succeeded,
            Assembly = hasCode && succeeded ? assembly.ToArray() : null,
            Symbols = symbols.ToArray(),
            HasValue = succeeded && TrailingValue.Of(compilation, cancellationToken),
        };
    }

    /// <summary>Compiles a cell that nobody runs, so that the compiler is ready for the first one; on the thread of the cells.</summary>
    /// <param name="cancellationToken">Cancelled when that cell comes: compiling it is all the rehearsal that is needed then.</param>
    public void Rehearse(CancellationToken cancellationToken)
    {
        try
        {
            var tree = CSharpSyntaxTree.ParseText(new GuardedCode(Rehearsal, Language, []).Text, Language, encoding: Encoding.UTF8, cancellationToken: cancellationToken);
            using var assembly = new MemoryStream();
            using var symbols = new MemoryStream();
            Emit(Create("rehearsal", tree), assembly, symbols, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // What was done by then is of use to that cell.
        }
    }

    /// <summary>Code behind the accepted cells that is not to run; from any thread, beside <see cref="Compile"/>.</summary>
    public CSharpCompilation Draft(string code) => Create("draft", CSharpSyntaxTree.ParseText(code, Language));

    /// <summary>From now on cells see these assemblies too.</summary>
    public void Reference(IEnumerable<MetadataReference> references)
    {
        lock (_gate)
            _references.AddRange(references.Except(_references));
    }

    /// <summary>From now on cells see what this one declares.</summary>
    public void Accept(CompiledCell cell)
    {
        lock (_gate)
            _last = cell.Compilation;
    }

    /// <summary>Though it is not concurrent, the compiler waits for a thread of the pool, on which it sums up the text for the debugger: there must be one, however many a cell has blocked.</summary>
    private static ImmutableArray<Diagnostic> Emit(CSharpCompilation compilation, Stream assembly, Stream symbols, CancellationToken cancellationToken)
    {
        ThreadPool.GetMinThreads(out var usual, out var usualPorts);
        var needed = ThreadPool.ThreadCount + Math.Min(ThreadPool.PendingWorkItemCount, MostPoolThreads) + 1;
        ThreadPool.SetMinThreads((int)Math.Max(usual, needed), usualPorts);
        try
        {
            return compilation.Emit(assembly, symbols, options: WithSymbols, cancellationToken: cancellationToken).Diagnostics;
        }
        finally
        {
            ThreadPool.SetMinThreads(usual, usualPorts);
        }
    }

    /// <summary>One at a time until the references are looked up: two that do this at once each make symbols for the same assembly, and a later cell finds that an <c>object</c> is no <c>object</c>.</summary>
    private CSharpCompilation Create(string name, SyntaxTree tree, OptimizationLevel level = OptimizationLevel.Release)
    {
        lock (_gate)
        {
            var compilation = CSharpCompilation.CreateScriptCompilation(
                $"cell-{name}", tree, _references, _options.WithScriptClassName($"Submission#{name}").WithOptimizationLevel(level), _last, typeof(object));
            _ = compilation.Assembly;
            return compilation;
        }
    }

    private static ImmutableArray<Diagnostic> Errors(ImmutableArray<Diagnostic> diagnostics) =>
        [.. diagnostics.Where(diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error)];
}
