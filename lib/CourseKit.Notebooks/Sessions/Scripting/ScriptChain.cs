using System.Reflection;
using CourseKit.Notebooks.Display;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Packages;
using CourseKit.Notebooks.Parameters;
using CourseKit.Notebooks.Sessions.Cells;
using CourseKit.Notebooks.Sessions.Insight;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.DotNet.Interactive.Formatting;

namespace CourseKit.Notebooks.Sessions.Scripting;

/// <summary>The C# of a notebook: pieces of code, each of which sees what those before it declare.</summary>
internal sealed class ScriptChain(string folder, string scratch, string? compiler, Interruption interruption)
{
    private const string Any = "object";
    private readonly Lazy<Engine> _engine = new(() => new Engine(folder, scratch, compiler));
    private object?[] _states = new object?[64];
    private int _count;

    public CellSources Sources => _engine.Value.Sources;

    /// <summary>The variables in the order in which they were first declared; of one that was declared again, the latest.</summary>
    public IEnumerable<ScriptVariable> Variables
    {
        get
        {
            var values = new Dictionary<string, object?>();
            foreach (var state in _states.OfType<object>())
                foreach (var member in state.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Where(member => IsVariableName(member.Name)))
                    values[member.Name] = member.GetValue(state);
            return values.Select(entry => new ScriptVariable(entry.Key, entry.Value));
        }
    }

    public static bool IsVariableName(string name) => SyntaxFacts.IsValidIdentifier(name) && SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None;

    /// <inheritdoc cref="ICellCompiler.WarmUp"/>
    public void WarmUp(CancellationToken cancellationToken) => _engine.Value.Compiler.WarmUp(cancellationToken);

    /// <inheritdoc cref="ICellCompiler.Stop"/>
    public void StopCompiler()
    {
        if (_engine.IsValueCreated)
            _engine.Value.Compiler.Stop();
    }

    /// <summary>From now on cells see these packages, and these dlls of the program itself.</summary>
    public void Reference(RestoredPackages? packages, IReadOnlyList<string> dlls)
    {
        if (packages is not null)
            _engine.Value.Reference(packages);
        foreach (var dll in dlls)
            _engine.Value.Compiler.Reference(dll);
    }

    /// <summary>Code that is being written, behind all that has run. From any thread; nothing of it is kept.</summary>
    public Draft Draft(string code) => new(_engine.Value.Compiler.Own.Draft(code));

    /// <summary>The dll that a notebook refers to, for the copy of it that the compiler reads.</summary>
    public string OriginalOf(string dll) => _engine.Value.Assemblies.OriginalOf(dll);

    public bool TryGet(string name, out object? value)
    {
        var found = Variables.FirstOrDefault(variable => variable.Name == name);
        value = found?.Value;
        return found is not null;
    }

    /// <summary>Declares a variable that holds a value. The value stays data: of it nothing stands in code but the name of its type.</summary>
    public void Declare(string name, object? value, CancellationToken stop)
    {
        var error = Declare(name, value, value is null ? Any : CSharpName(value.GetType()), stop);
        // A type of an assembly that the notebook does not refer to.
        if (error?.Kind == CellErrorKind.CompileError)
            error = Declare(name, value, Any, stop);
        if (error is not null)
            throw new CellRefusal(error);
    }

    /// <summary>Compiles a piece of code and runs it on the calling thread.</summary>
    /// <param name="request">Where it stands.</param>
    /// <param name="code">With the lines and columns of the request's code.</param>
    /// <param name="stop">Cancelled when it is to stop.</param>
    public CellOutcome Run(CellRequest request, string code, CancellationToken stop)
    {
        IReadOnlyList<CellDiagnostic> diagnostics = [];
        try
        {
            var cell = _engine.Value.Compiler.Compile(CellCode.Of(request, code), stop);
            Sources.Add(request, cell);
            diagnostics = cell.Diagnostics;
            return cell.Succeeded
                ? new CellOutcome { Diagnostics = diagnostics, Value = interruption.Wakeable(() => Execute(cell, request, stop)) }
                : new CellOutcome { Diagnostics = diagnostics, Error = CellDiagnostics.Error(request, diagnostics) };
        }
        catch (ParameterException error)
        {
            return new CellOutcome { Diagnostics = diagnostics, Error = ErrorReport.Of(error, request) };
        }
        catch (Exception error)
        {
            return new CellOutcome { Diagnostics = diagnostics, Error = Report(request, error, stop) };
        }
    }

    /// <summary>An exception in the notebook's terms. Code that was told to stop may say so in any exception it likes.</summary>
    public CellError Report(CellRequest request, Exception error, CancellationToken stop)
    {
        var report = new ErrorReport(request, Sources);
        return stop.IsCancellationRequested ? report.Interrupted(error) : report.Of(error);
    }

    private CellError? Declare(string name, object? value, string type, CancellationToken stop)
    {
        var code = $"{type} {name} = global::{typeof(GivenParameter).FullName}.Or<{type}>(\"{name}\", default!);";
        GivenParameter.Hold(name, value);
        return Run(new CellRequest("", code, null, 0, 0), code, stop).Error;
    }

    /// <summary>Runs the compiled cell to its end.</summary>
    /// <returns>What it shows of its value; null if it has none.</returns>
    private MimeBundle? Execute(CompiledCell cell, CellRequest request, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var engine = _engine.Value;
        if (cell.Code is not { } code)
        {
            engine.Compiler.Accept(cell);
            return null;
        }
        var (type, start) = code.Load(engine.LoadContext);
        GivenParameter.Prepare(request.Parameters, type);
        engine.Compiler.Accept(cell);
        if (++_count >= _states.Length - 1)
            Array.Resize(ref _states, _states.Length * 2);
        using (engine.LoadContext.EnterContextualReflection())
        {
            var task = start(_states);
            if (!task.IsCompleted)
                Task.WaitAny([task], stop);
            var value = task.GetAwaiter().GetResult();
            return cell.HasValue && value is not DisplayedValue ? ValueFormatter.Bundle(value) : null;
        }
    }

    /// <summary>A type as code names it; <c>object</c> for one that has no name there.</summary>
    private static string CSharpName(Type type)
    {
        if (type.IsArray)
            return $"{CSharpName(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (type.FullName is not { } full || !type.IsVisible || full.Contains('<', StringComparison.Ordinal))
            return Any;
        if (type.Assembly.Location.Length == 0)
            return type.IsGenericType ? Any : type.Name;
        if (!type.IsGenericType)
            return $"global::{full.Replace('+', '.')}";
        return type.IsNested ? Any : $"global::{full[..full.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(CSharpName))}>";
    }
}
