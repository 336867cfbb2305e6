using CourseKit.Notebooks.Display;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Sessions.Output;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;

namespace System;

/// <summary>Ways to show a value that can be called on it.</summary>
public static class DisplayExtensions
{
    /// <inheritdoc cref="Kernel.display"/>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) => Kernel.display(value, mimeTypes);

    /// <summary>Shows text that is already in a MIME type's own language, such as SVG or Markdown.</summary>
    /// <param name="value">Passed on as it is.</param>
    /// <param name="mimeType">Any MIME type.</param>
    /// <returns>A handle that can replace what is shown.</returns>
    public static DisplayedValue DisplayAs(this string value, string mimeType) => new(DisplayBridge.Display.Show(MimeBundle.Of((mimeType, value))), [mimeType]);

    /// <summary>Shows objects in a table with a column for each member, and as comma-separated values.</summary>
    /// <returns>A handle that can replace what is shown.</returns>
    public static DisplayedValue DisplayTable<T>(this IEnumerable<T> source) => new(DisplayBridge.Display.Show(RowTable.Bundle(source)), []);
}
