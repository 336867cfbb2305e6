using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis.CSharp;

namespace CourseKit.Notebooks.Sessions.Scripting;

/// <summary>What the compiler made of a cell.</summary>
internal sealed class CompiledCell
{
    public required CSharpCompilation Compilation { get; init; }

    /// <summary>Warnings and errors.</summary>
    public required IReadOnlyList<CellDiagnostic> Diagnostics { get; init; }

    public required bool Succeeded { get; init; }

    /// <summary>Null when it failed, and when there is nothing to run: a cell of comments or using directives.</summary>
    public required byte[]? Assembly { get; init; }

    public required byte[] Symbols { get; init; }

    /// <summary>Whether it ends in a value to show, be it null.</summary>
    public required bool HasValue { get; init; }

    /// <summary>Loads the code and finds where it begins: a function of the cells' states, in which each leaves itself. Top-level variables are the class's fields.</summary>
    public (Type Class, Func<object?[], Task<object?>> Start) Load(AssemblyLoadContext context)
    {
        using var assembly = new MemoryStream(Assembly!);
        using var symbols = new MemoryStream(Symbols);
        var entry = Compilation.GetEntryPoint(CancellationToken.None)!;
        var type = context.LoadFromStream(assembly, symbols).GetType(entry.ContainingType.MetadataName, throwOnError: true)!;
        var method = type.GetMethod(entry.MetadataName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
        return (type, method.CreateDelegate<Func<object?[], Task<object?>>>());
    }
}
