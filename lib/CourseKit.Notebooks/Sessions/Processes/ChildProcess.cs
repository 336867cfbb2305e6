using System.Diagnostics;
using System.Globalization;

namespace CourseKit.Notebooks.Sessions.Processes;

/// <summary>The operating system's side of a session: the process, what it writes outside the session's pipe, and its end.</summary>
internal sealed class ChildProcess : IDisposable
{
    public const string MemoryLimitVariable = "DOTNET_GCHeapHardLimit";

    private readonly Process _process;
    private readonly JobObject? _job;
    private readonly OutputTail _output = new();
    private readonly Task _following;
    private readonly Lock _killing = new();
    private string? _cause;
    private bool _killed;

    private ChildProcess(string name, Process process)
    {
        (Name, _process) = (name, process);
        if (OperatingSystem.IsWindows())
        {
            _job = new JobObject();
            _job.Add(process);
        }
        process.StandardInput.Close();
        _following = Task.WhenAll(_output.FollowAsync(process.StandardOutput), _output.FollowAsync(process.StandardError));
    }

    /// <summary>What messages call it.</summary>
    public string Name { get; }

    /// <summary>Its id, which is its process group's too.</summary>
    public int Id => _process.Id;

    /// <param name="name">What messages call it, which is the hidden command that it runs: <c>session</c>.</param>
    /// <param name="options">The program and its surroundings.</param>
    /// <param name="arguments">What it is given behind those of the options.</param>
    /// <exception cref="SessionException">There is no such program.</exception>
    public static ChildProcess Start(string name, SessionOptions options, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(options.FileName, [.. options.Arguments, .. arguments])
        {
            WorkingDirectory = options.WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        if (options.MemoryLimit > 0)
            start.Environment[MemoryLimitVariable] = options.MemoryLimit.ToString("x", CultureInfo.InvariantCulture);
        foreach (var (variable, value) in options.Environment)
            start.Environment[variable] = value;
        try
        {
            return new ChildProcess(name, Process.Start(start)!);
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new SessionException(
                $"Session: the program {options.FileName} and the folder {options.WorkingDirectory} are required; starting fails: {error.Message}. " +
                $"Install the .NET 10 SDK, or name the program that runs `coursekit {name}`.", error);
        }
    }

    /// <summary>Bytes of memory in use; null once the process has ended.</summary>
    public long? Memory => Read(process => process.WorkingSet64);

    /// <summary>The most bytes that were in use so far; null once the process has ended.</summary>
    public long? PeakMemory => Read(process => process.PeakWorkingSet64);

    private long? Read(Func<Process, long> read)
    {
        try
        {
            _process.Refresh();
            return _process.HasExited ? null : read(_process);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Ends when the process does.</summary>
    public Task WaitAsync() => _process.WaitForExitAsync();

    /// <summary>Ends the process and its group; nothing happens to one that has ended, but what it left behind ends.</summary>
    /// <param name="cause">What is then said of its end.</param>
    public void Kill(string? cause = null)
    {
        lock (_killing)
            if (!_killed && !_process.HasExited)
            {
                _cause = cause;
                _killed = true;
                // The tree holds what has left the group, the group what has left the tree.
                ProcessTree.Kill(_process);
            }
        ProcessGroup.Kill(Id);
    }

    /// <summary>After its end: how it came to it, and what it wrote.</summary>
    public async Task<SessionEvent.Died> EpitaphAsync(TimeProvider time)
    {
        // A process that a cell has started may hold the streams open; what is there by now is all that is waited for.
        await Task.WhenAny(_following, Task.Delay(TimeSpan.FromMilliseconds(200), time)).ConfigureAwait(false);
        var text = _output.ToString().Trim();
        return new SessionEvent.Died(_cause ?? CauseOfDeath.Of(Name, _killed, _process.ExitCode, text), _killed ? null : _process.ExitCode, text);
    }

    public void Dispose()
    {
        Kill();
        if (OperatingSystem.IsWindows())
            _job?.Dispose();
        _process.Dispose();
    }
}
