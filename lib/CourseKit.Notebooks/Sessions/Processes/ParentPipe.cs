using System.Globalization;
using System.IO.Pipes;

namespace CourseKit.Notebooks.Sessions.Processes;

/// <summary>The child's side of <see cref="Handshake"/>.</summary>
internal static class ParentPipe
{
    /// <summary>The exit code of a child that finds no parent.</summary>
    public const int Refused = 2;

    private const string Argument = "--pipe";
    private const int ConnectTimeout = 10_000;

    public static IEnumerable<string> ArgumentsFor(string pipe) => [Argument, pipe];

    /// <summary>Makes this process one that belongs to its parent, and connects.</summary>
    /// <param name="command">The command's name, for messages.</param>
    /// <param name="arguments">Its arguments, the pipe's first.</param>
    /// <returns>The pipe; null, and a message is written, if there is no parent.</returns>
    public static NamedPipeClientStream? Connect(string command, IReadOnlyList<string> arguments)
    {
        if (arguments is not [Argument, var name, ..])
        {
            Console.Error.WriteLine($"{command}: a pipe to a parent is required (`{Argument} NAME`); the runner starts this command by itself. Use `coursekit run`.");
            return null;
        }
        ProcessGroup.Lead();
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        // The limit is this process's own, not that of programs which cells start.
        Environment.SetEnvironmentVariable(ChildProcess.MemoryLimitVariable, null);
        var pipe = new NamedPipeClientStream(".", name, PipeDirection.InOut, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        try
        {
            pipe.Connect(ConnectTimeout);
            return pipe;
        }
        catch (TimeoutException)
        {
            Console.Error.WriteLine($"{command}: a parent that listens on the pipe {name} is required; there is none. Use `coursekit run`, which starts this command.");
            pipe.Dispose();
            return null;
        }
    }
}
