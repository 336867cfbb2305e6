using System.Text.Json.Serialization;
using CourseKit.Notebooks.Packages;
using CourseKit.Notebooks.Sessions.Scripting;

namespace CourseKit.Notebooks.Sessions.Compilers;

/// <summary>One message between a session and the compiler that it shares with others.</summary>
[JsonDerivedType(typeof(Open), "open")]
[JsonDerivedType(typeof(Compile), "compile")]
[JsonDerivedType(typeof(Compiled), "compiled")]
[JsonDerivedType(typeof(Stop), "stop")]
[JsonDerivedType(typeof(Stopped), "stopped")]
[JsonDerivedType(typeof(Failed), "failed")]
[JsonDerivedType(typeof(Done), "done")]
[JsonDerivedType(typeof(Accept), "accept")]
[JsonDerivedType(typeof(ReferencePackages), "packages")]
[JsonDerivedType(typeof(ReferenceDll), "dll")]
[JsonDerivedType(typeof(FindIndexings), "find-indexings")]
[JsonDerivedType(typeof(Indexings), "indexings")]
internal abstract record CompilerFrame
{
    /// <summary>The session's first frame; this one and <see cref="Stop"/> get no answer, every other gets one.</summary>
    /// <param name="Folder">The notebook's.</param>
    /// <param name="Scratch">A folder of the session for copies of dlls, which may not be there yet.</param>
    public sealed record Open(string Folder, string Scratch) : CompilerFrame;

    /// <summary>To the compiler, which answers <see cref="Compiled"/> or <see cref="Stopped"/>.</summary>
    public sealed record Compile(CellCode Code) : CompilerFrame;

    /// <summary>To the compiler: stop what is being compiled, if anything is.</summary>
    public sealed record Stop : CompilerFrame;

    /// <summary>To the compiler: the cells that follow see what this one declares.</summary>
    public sealed record Accept(string Path) : CompilerFrame;

    /// <summary>To the compiler: see <see cref="ICellCompiler.Reference(RestoredPackages)"/>.</summary>
    public sealed record ReferencePackages(RestoredPackages Packages) : CompilerFrame;

    /// <summary>To the compiler: see <see cref="ICellCompiler.Reference(string)"/>.</summary>
    public sealed record ReferenceDll(string Dll) : CompilerFrame;

    /// <summary>To the compiler, which answers <see cref="Indexings"/>: see <see cref="ICellCompiler.Indexings(string, string)"/>.</summary>
    /// <param name="Path">The cell's.</param>
    /// <param name="Function">A function's name; null: the one at <paramref name="Somewhere"/>.</param>
    /// <param name="Somewhere">See <paramref name="Function"/>.</param>
    public sealed record FindIndexings(string Path, string? Function, CodePlace Somewhere) : CompilerFrame;

    /// <summary>From the compiler: the cell is compiled.</summary>
    /// <param name="Cell">What became of it.</param>
    /// <param name="Copies">All dlls that were copied for the notebook so far, with their copies.</param>
    public sealed record Compiled(CompiledCell Cell, IReadOnlyDictionary<string, string> Copies) : CompilerFrame;

    /// <summary>From the compiler: it did stop.</summary>
    public sealed record Stopped : CompilerFrame;

    /// <summary>From the compiler: the answer to <see cref="FindIndexings"/>.</summary>
    public sealed record Indexings(IReadOnlyList<CodePlace> Places) : CompilerFrame;

    /// <summary>From the compiler: what has no other answer is done.</summary>
    public sealed record Done : CompilerFrame;

    /// <summary>From the compiler: an exception. The session tries the same by itself, and says what it meets.</summary>
    public sealed record Failed : CompilerFrame;
}
