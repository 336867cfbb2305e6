using CourseKit.Notebooks.Packages;
using CourseKit.Notebooks.Sessions.Scripting;

namespace CourseKit.Notebooks.Sessions.Compilers;

/// <summary>
/// The compiler that sessions share, seen from one of them. Should it end or fail, or should there be a question about code, the session goes on with a compiler of its
/// own, which is told again all that the other knew: it gives the same names, by which the loaded cells know each other.
/// </summary>
/// <param name="pipe">The line to it.</param>
/// <param name="assemblies">Gets the copies of dlls that it makes.</param>
/// <param name="makeOwn">Makes the session's own.</param>
internal sealed class RemoteCompiler(CompilerPipe pipe, NotebookAssemblies assemblies, Func<CellCompiler> makeOwn) : ICellCompiler
{
    private readonly Lock _asking = new();
    private readonly List<Action<CellCompiler>> _told = [];
    private CellCompiler? _own;

    /// <inheritdoc/>
    public CellCompiler Own
    {
        get
        {
            lock (_asking)
            {
                if (_own is not null)
                    return _own;
                pipe.Close();
                var own = makeOwn();
                foreach (var tell in _told)
                    tell(own);
                return _own = own;
            }
        }
    }

    /// <summary>Connects: the compiler itself is warm.</summary>
    public void WarmUp(CancellationToken cancellationToken)
    {
        lock (_asking)
            pipe.Connect();
    }

    /// <inheritdoc/>
    public CompiledCell Compile(CellCode code, CancellationToken cancellationToken)
    {
        lock (_asking)
            switch (pipe.Ask(new CompilerFrame.Compile(code), cancellationToken))
            {
                case CompilerFrame.Compiled(var cell, var copies):
                    foreach (var (original, copy) in copies)
                        assemblies.Adopt(original, copy);
                    _told.Add(own => own.Compile(code, CancellationToken.None));
                    return cell;
                case CompilerFrame.Stopped:
                    _told.Add(own => own.Skip());
                    throw new OperationCanceledException(cancellationToken);
                default:
                    return Own.Compile(code, cancellationToken);
            }
    }

    /// <summary>Of a token nothing is seen in another process.</summary>
    public void Stop() => pipe.Stop();

    /// <inheritdoc/>
    public void Accept(CompiledCell cell) => Tell(new CompilerFrame.Accept(cell.Path), own => own.Accept(cell));

    /// <inheritdoc/>
    public void Reference(RestoredPackages packages) => Tell(new CompilerFrame.ReferencePackages(packages), own => own.Reference(packages));

    /// <inheritdoc/>
    public void Reference(string dll) => Tell(new CompilerFrame.ReferenceDll(dll), own => own.Reference(dll));

    /// <inheritdoc/>
    public IReadOnlyList<CodePlace> Indexings(string path, string function) =>
        Find(new CompilerFrame.FindIndexings(path, function, default)) ?? Own.Indexings(path, function);

    /// <inheritdoc/>
    public IReadOnlyList<CodePlace> Indexings(string path, CodePlace somewhere) =>
        Find(new CompilerFrame.FindIndexings(path, null, somewhere)) ?? Own.Indexings(path, somewhere);

    private IReadOnlyList<CodePlace>? Find(CompilerFrame question)
    {
        lock (_asking)
            return (pipe.Ask(question, CancellationToken.None) as CompilerFrame.Indexings)?.Places;
    }

    private void Tell(CompilerFrame frame, Action<CellCompiler> tell)
    {
        lock (_asking)
        {
            if (pipe.Ask(frame, CancellationToken.None) is CompilerFrame.Done)
                _told.Add(tell);
            else
                tell(Own);
        }
    }
}
