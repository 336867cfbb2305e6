using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CourseKit.Notebooks.Packages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive;

namespace CourseKit.Notebooks.Sessions.Scripting;

/// <summary>The compiler itself, in this process.</summary>
internal sealed class CellCompiler : ICellCompiler
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
    private readonly string _folder;
    private readonly List<MetadataReference> _references;
    private readonly NotebookReferenceResolver _resolver;
    private readonly CellDiagnostics _diagnostics;
    private readonly Dictionary<string, PlaceMap> _places = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, CSharpCompilation> _compilations = new(StringComparer.Ordinal);
    private CSharpCompilation? _last;
    private int _count;

    /// <param name="folder">The notebook's.</param>
    /// <param name="framework">What cells see from the start.</param>
    /// <param name="assemblies">The dlls that cells refer to; those that the compiler finds are added.</param>
    /// <param name="packages">The packages that the notebook refers to.</param>
    public CellCompiler(string folder, FrameworkAssemblies framework, NotebookAssemblies assemblies, PackageFiles packages)
    {
        _folder = folder;
        var references = new FrameworkReferences(framework);
        var resolver = _resolver = new NotebookReferenceResolver(folder, references, assemblies, packages);
        _diagnostics = new CellDiagnostics(_places, resolver);
        _references = [.. references.All, MetadataReference.CreateFromFile(typeof(Kernel).Assembly.Location)];
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

    /// <inheritdoc/>
    public CellCompiler Own => this;

    /// <summary>A compiler for cells that are not to run.</summary>
    /// <param name="folder">The notebook's.</param>
    /// <param name="scratch">An empty folder for copies of dlls.</param>
    public static CellCompiler In(string folder, string scratch) => new(folder, new FrameworkAssemblies(), new NotebookAssemblies(scratch), new PackageFiles());

    /// <inheritdoc/>
    public CompiledCell Compile(CellCode code, CancellationToken cancellationToken)
    {
        // Counted first: whatever becomes of this cell, the next one has another name.
        var name = (_count++).ToString(CultureInfo.InvariantCulture);
        var guarded = new GuardedCode(code.Text, Language, code.Given);
        var path = Path.Combine(_folder, $"{code.Name}.{name}");
        var places = _places[path] = guarded.Places;
        var tree = CSharpSyntaxTree.ParseText(guarded.Text, Language, path, Encoding.UTF8, cancellationToken);
        // What runs once need not be fast, and without optimization every exception knows its line.
        var compilation = Create(name, tree, guarded.IsStraight ? OptimizationLevel.Debug : OptimizationLevel.Release);
        _compilations[path] = compilation;
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var hasCode = compilation.SyntaxTrees.Any(tree => tree.GetCompilationUnitRoot(cancellationToken).Members.Count > 0);
        var diagnostics = Errors(compilation.GetParseDiagnostics(cancellationToken));
        if (diagnostics.IsEmpty)
            diagnostics = hasCode
                ? Emit(compilation, assembly, symbols, cancellationToken)
                : compilation.GetDiagnostics(cancellationToken);
        var succeeded = Errors(diagnostics).IsEmpty;
        var entry = hasCode && succeeded ? compilation.GetEntryPoint(cancellationToken) : null;
        return new CompiledCell
        {
            Path = path,
            AssemblyName = compilation.AssemblyName!,
            Places = places,
            Diagnostics = _diagnostics.Of(diagnostics),
            Succeeded = succeeded,
            Code = entry is null ? null : new CompiledCode(assembly.ToArray(), symbols.ToArray(), entry.ContainingType.MetadataName, entry.MetadataName),
            HasValue = succeeded && TrailingValue.Of(compilation, cancellationToken),
        };
    }

    /// <inheritdoc/>
    /// <remarks>Compiles a cell that nobody runs. The first one is all the rehearsal that is needed when it is there.</remarks>
    public void WarmUp(CancellationToken cancellationToken)
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

    /// <summary>What stands behind a cell that was compiled.</summary>
    public CSharpCompilation CompilationOf(CompiledCell cell) => _compilations[cell.Path];

    /// <summary>Nothing: the compiler looks at the token.</summary>
    public void Stop()
    {
    }

    /// <inheritdoc/>
    public void Reference(RestoredPackages packages) => Reference(_resolver.Packages(packages.Compile));

    /// <inheritdoc/>
    public void Reference(string dll) => Reference(_resolver.ResolveReference(dll, null, MetadataReferenceProperties.Assembly));

    /// <inheritdoc/>
    public void Accept(CompiledCell cell) => Accept(cell.Path);

    /// <summary>The same by <see cref="CompiledCell.Path"/>.</summary>
    public void Accept(string path)
    {
        lock (_gate)
            _last = _compilations[path];
    }

    /// <summary>A cell has a name, but is not compiled.</summary>
    public void Skip() => _count++;

    /// <inheritdoc/>
    public IReadOnlyList<CodePlace> Indexings(string path, string function) => ArrayThrow.Places(_compilations[path], path, function);

    /// <inheritdoc/>
    public IReadOnlyList<CodePlace> Indexings(string path, CodePlace somewhere) => ArrayThrow.Places(_compilations[path], path, somewhere);

    private void Reference(IEnumerable<MetadataReference> references)
    {
        lock (_gate)
            _references.AddRange(references.Except(_references));
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
