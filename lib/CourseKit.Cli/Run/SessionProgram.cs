using System.Globalization;
using System.Reflection;
using CourseKit.Notebooks.Running;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Cli.Run;

/// <summary>How this program starts itself again as the child that runs a notebook's cells.</summary>
internal static class SessionProgram
{
    public static SessionOptions Options(string workingDirectory, RunOptions run)
    {
        var program = Environment.ProcessPath ?? throw new InvalidOperationException("Session: the path of the running program is required; the system gave none.");
        var startedByDotnet = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        return new SessionOptions
        {
            WorkingDirectory = workingDirectory,
            FileName = program,
            Arguments = startedByDotnet ? [Assembly.GetExecutingAssembly().Location, "session"] : ["session"],
            Environment = new Dictionary<string, string?>
            {
                ["COURSEKIT_RESTORE_TIMEOUT"] = (run.RestoreTimeout * run.TimeoutScale).TotalSeconds.ToString(CultureInfo.InvariantCulture),
            },
        };
    }
}
