using System.Globalization;
using System.Reflection;
using CourseKit.Notebooks.Running;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Cli.Run;

/// <summary>How this program starts itself again as the child that runs a notebook's cells.</summary>
internal static class SessionProgram
{
    private const string ThreadsVariable = "COURSEKIT_THREADS";

    public static SessionOptions Options(string workingDirectory, RunOptions run) => Options("session", workingDirectory, run);

    /// <summary>How it starts itself as the compiler that sessions share.</summary>
    public static SessionOptions Compiler(RunOptions run) => Options("compiler", Environment.CurrentDirectory, run);

    private static SessionOptions Options(string name, string workingDirectory, RunOptions run)
    {
        var command = Command();
        return new SessionOptions
        {
            WorkingDirectory = workingDirectory,
            FileName = command[0],
            Arguments = [.. command.Skip(1), name],
            Environment = Variables(run),
        };
    }

    /// <summary>What starts this program: itself, or <c>dotnet</c> with its dll.</summary>
    public static IReadOnlyList<string> Command()
    {
        var program = Environment.ProcessPath ?? throw new InvalidOperationException("Session: the path of the running program is required; the system gave none.");
        var startedByDotnet = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        return startedByDotnet ? [program, Assembly.GetExecutingAssembly().Location] : [program];
    }

    private static Dictionary<string, string?> Variables(RunOptions run)
    {
        var variables = new Dictionary<string, string?>
        {
            ["COURSEKIT_RESTORE_TIMEOUT"] = (run.RestoreTimeout * run.TimeoutScale).TotalSeconds.ToString(CultureInfo.InvariantCulture),
            // The runtime compiles thousands of methods while a session starts, and maps each twice to keep code from being written to; cells may write code anyway.
            ["DOTNET_EnableWriteXorExecute"] = "0",
        };
        // Notebooks that run at the same time share the machine.
        if (run.Jobs > 1 && string.IsNullOrEmpty(Environment.GetEnvironmentVariable(ThreadsVariable)))
            variables[ThreadsVariable] = Math.Max(1, Environment.ProcessorCount / run.Jobs).ToString(CultureInfo.InvariantCulture);
        return variables;
    }
}
