using System.CommandLine;
using CourseKit.Cli.Run;
using CourseKit.Notebooks.Authoring;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Running;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Cli.Assignments;

/// <summary><c>coursekit assignment release|check|validate</c></summary>
internal static class AssignmentCommand
{
    private const string Description =
        """
        Makes the students' version of an assignment from the teacher's, checks that its tests notice mistakes, and validates
        what a student hands in. guides/homework.md shows the way from a new assignment to a validated one.

        Exit codes: 0 all is well · 1 something has to be put right · 2 wrong usage · 3 a notebook could not be read · 4 a session died
        """;

    public static Command Create() => new("assignment", Description) { ReleaseCommand.Create(), CheckCommand.Create(), ValidateCommand.Create() };

    /// <summary>The argument that names the teacher's notebook.</summary>
    public static Argument<string> Notebook(string description) => new("NOTEBOOK") { Description = description };

    /// <summary>How notebooks are run: in sessions of this same program.</summary>
    public static CheckOptions Options()
    {
        var run = new RunOptions();
        return new CheckOptions { Run = run, StartSession = async folder => await ChildSession.StartAsync(SessionProgram.Options(folder, run)) };
    }

    /// <summary>Runs a verb and turns what stands in its way into a message and an exit code.</summary>
    public static async Task<int> GuardAsync(InvocationConfiguration console, Func<Task<bool>> act)
    {
        try
        {
            return await act() ? ExitCode.Passed : ExitCode.CellFailed;
        }
        catch (Exception error) when (error is AssignmentException or NotebookFormatException or SessionException or RunException or IOException or UnauthorizedAccessException)
        {
            await console.Error.WriteLineAsync($"coursekit: {error.Message}");
            return error switch
            {
                NotebookFormatException => ExitCode.Unreadable,
                SessionException => ExitCode.TimedOutOrDied,
                RunException or IOException or UnauthorizedAccessException => ExitCode.Usage,
                _ => ExitCode.CellFailed,
            };
        }
    }
}
