using System.Text.RegularExpressions;

namespace CourseKit.Notebooks.Documents;

/// <summary>The escapes by which text asks a terminal for colours; elsewhere they mean nothing.</summary>
internal static partial class TerminalColours
{
    /// <summary>The text without them.</summary>
    public static string Remove(string text) => Escape().Replace(text, "");

    [GeneratedRegex(@"\x1b\[[0-9;]*[A-Za-z]")]
    private static partial Regex Escape();
}
