using System.Globalization;

namespace CourseKit.Notebooks.Sessions.Processes;

/// <summary>Reads out of exit code and last words why a session's process ended.</summary>
internal static class CauseOfDeath
{
    /// <summary>On Unix, exit codes above this are signals.</summary>
    private const int Signal = 128;

    public static string Of(string name, bool killed, int exitCode, string text) =>
        killed ? $"The {name} was ended from outside."
        : LineOf(text, "Stack overflow") is not null ? "Stack overflow: a method calls itself without end, or too deep."
        : LineOf(text, "Out of memory") is not null ? "Out of memory."
        : LineOf(text, "Process terminated.", next: 1) is { } message ? $"Environment.FailFast: {message}"
        : LineOf(text, "Unhandled exception. ") is { } unhandled ? $"An exception on a background thread: {unhandled["Unhandled exception. ".Length..]}"
        : exitCode > Signal ? string.Create(CultureInfo.InvariantCulture, $"The {name}'s process was ended by signal {exitCode - Signal}.")
        : string.Create(CultureInfo.InvariantCulture, $"The {name}'s process ended itself with exit code {exitCode} (Environment.Exit?).");

    /// <summary>The line that begins so, or one behind it; null if there is none.</summary>
    private static string? LineOf(string text, string beginning, int next = 0) =>
        text.Split('\n').SkipWhile(line => !line.StartsWith(beginning, StringComparison.Ordinal)).ElementAtOrDefault(next)?.Trim();
}
