using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace CourseKit.Notebooks.Sessions.Scripting;

/// <summary>
/// Stops code that was not written to be stopped. The compiler has put a check of one token per cell into its loops and methods; a cell that waits is woken;
/// library code is stopped where it writes to the console or shows something. (Aborting threads, <c>ControlledExecution</c>, ends the whole process on Unix.)
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A source without a timer holds nothing, and background code may look at its token at any time.")]
internal sealed class Interruption
{
    private const string TokenField = "ModuleCancellationToken";
    private readonly Lock _gate = new();
    private readonly List<FieldInfo> _tokens = [];
    private CancellationTokenSource _source = new();
    private Thread? _cell;

    public CancellationToken Token => _source.Token;

    /// <summary>Throws in a cell that is to stop.</summary>
    public void Checkpoint() => Token.ThrowIfCancellationRequested();

    /// <summary>The calling thread starts to run a cell. What an interrupted cell left running in the background had its time to stop.</summary>
    public void Begin()
    {
        lock (_gate)
        {
            _cell = Thread.CurrentThread;
            if (!_source.IsCancellationRequested)
                return;
            _source = new CancellationTokenSource();
            foreach (var token in _tokens)
                token.SetValue(null, _source.Token);
        }
    }

    /// <summary>Gives the checks in a cell's code their token. Functions of earlier cells run in later ones, so all share one.</summary>
    public void Watch(Assembly cell)
    {
        var token = cell.GetTypes()
            .Where(type => type.Name.StartsWith("<PrivateImplementationDetails>", StringComparison.Ordinal))
            .Select(type => type.GetField(TokenField, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .FirstOrDefault(field => field is not null);
        if (token is null)
            return;
        lock (_gate)
        {
            _tokens.Add(token);
            token.SetValue(null, Token);
        }
    }

    /// <summary>From any thread: stop the cell that runs, if one does.</summary>
    public void Request()
    {
        lock (_gate)
        {
            if (_cell is null)
                return;
            // On other threads: what waits for the token goes on with the notebook's code, which must not run on the caller's.
            _ = _source.CancelAsync();
            _cell.Interrupt();
        }
    }

    /// <summary>The calling thread no longer runs the cell. An interruption that came too late to be felt must not hit what comes next.</summary>
    public void End()
    {
        var settled = false;
        while (!settled)
        {
            try
            {
                lock (_gate)
                    _cell = null;
                Thread.Sleep(0);
                settled = true;
            }
            catch (ThreadInterruptedException)
            {
                // That was the late one; no other can come.
            }
        }
    }
}
