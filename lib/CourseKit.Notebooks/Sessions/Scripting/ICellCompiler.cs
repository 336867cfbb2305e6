using CourseKit.Notebooks.Packages;

namespace CourseKit.Notebooks.Sessions.Scripting;

/// <summary>Compiles cells one after another; each sees what the accepted ones before it declare.</summary>
internal interface ICellCompiler
{
    /// <summary>Makes ready for the first cell.</summary>
    /// <param name="cancellationToken">Cancelled when that cell comes.</param>
    void WarmUp(CancellationToken cancellationToken);

    /// <summary>Compiles a cell behind the accepted ones.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    CompiledCell Compile(CellCode code, CancellationToken cancellationToken);

    /// <summary>From any thread, after the token of <see cref="Compile"/> was cancelled: does what the token alone does not.</summary>
    void Stop();

    /// <summary>From now on cells see what this one declares.</summary>
    void Accept(CompiledCell cell);

    /// <summary>From now on cells see these packages.</summary>
    void Reference(RestoredPackages packages);

    /// <summary>From now on cells see this dll.</summary>
    void Reference(string dll);

    /// <summary>See <see cref="ArrayThrow.Places(Microsoft.CodeAnalysis.CSharp.CSharpCompilation, string, string)"/>.</summary>
    IReadOnlyList<CodePlace> Indexings(string path, string function);

    /// <summary>See <see cref="ArrayThrow.Places(Microsoft.CodeAnalysis.CSharp.CSharpCompilation, string, CodePlace)"/>.</summary>
    IReadOnlyList<CodePlace> Indexings(string path, CodePlace somewhere);

    /// <summary>The session's own compiler, in its process, for questions about code.</summary>
    CellCompiler Own { get; }
}
