using CourseKit.Notebooks.Sessions.Processes;

namespace CourseKit.Notebooks.Tests.Sessions.Processes;

public class CauseOfDeathTests
{
    [Theory]
    [InlineData(true, 137, "", "The session was ended from outside.")]
    [InlineData(false, 134, "Stack overflow.\n   at F()", "Stack overflow: a method calls itself without end, or too deep.")]
    [InlineData(false, 134, "Out of memory.", "Out of memory.")]
    [InlineData(false, 134, "Process terminated.\nmy words\n   at F()", "Environment.FailFast: my words")]
    [InlineData(false, 134, "noise\nUnhandled exception. System.Exception: deep\n   at F()", "An exception on a background thread: System.Exception: deep")]
    [InlineData(false, 137, "", "The session's process was ended by signal 9.")]
    [InlineData(false, 3, "", "The session's process ended itself with exit code 3 (Environment.Exit?).")]
    public void Exit_code_and_last_words_tell_why(bool killed, int exitCode, string text, string reason) =>
        Assert.Equal(reason, CauseOfDeath.Of("session", killed, exitCode, text));
}
