using System.Globalization;

namespace CourseKit.Notebooks.Display;

/// <summary>Text on its way to an output: invariant, lines ended by LF.</summary>
internal static class FormattedText
{
    public static StringWriter NewWriter() => new(CultureInfo.InvariantCulture) { NewLine = "\n" };
}
