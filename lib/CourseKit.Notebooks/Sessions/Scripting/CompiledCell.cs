using System.Reflection;
using System.Runtime.Loader;

namespace CourseKit.Notebooks.Sessions.Scripting;

/// <summary>What the compiler made of a cell.</summary>
internal sealed record CompiledCell
{
    /// <summary>The file name under which compiler and debugger know it. It lies in the notebook's folder, against which the compiler resolves <c>#load</c>.</summary>
    public required string Path { get; init; }

    public required string AssemblyName { get; init; }

    public required PlaceMap Places { get; init; }

    /// <summary>Warnings and errors.</summary>
    public required IReadOnlyList<CellDiagnostic> Diagnostics { get; init; }

    public required bool Succeeded { get; init; }

    /// <summary>Null when it failed, and when there is nothing to run: a cell of comments or using directives.</summary>
    public required CompiledCode? Code { get; init; }

    /// <summary>Whether it ends in a value to show, be it null.</summary>
    public required bool HasValue { get; init; }
}

/// <summary>Code to run.</summary>
/// <param name="Assembly">The assembly's bytes.</param>
/// <param name="Symbols">What the debugger knows of it.</param>
/// <param name="Class">The name of the class in which it begins. Its fields are the top-level variables.</param>
/// <param name="Method">The name of the method in which it begins.</param>
internal sealed record CompiledCode(byte[] Assembly, byte[] Symbols, string Class, string Method)
{
    /// <summary>Loads it and finds where it begins: a function of the cells' states, in which each leaves itself.</summary>
    public (Type Class, Func<object?[], Task<object?>> Start) Load(AssemblyLoadContext context)
    {
        using var assembly = new MemoryStream(Assembly);
        using var symbols = new MemoryStream(Symbols);
        var type = context.LoadFromStream(assembly, symbols).GetType(Class, throwOnError: true)!;
        var method = type.GetMethod(Method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
        return (type, method.CreateDelegate<Func<object?[], Task<object?>>>());
    }
}
