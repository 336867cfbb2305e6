using System.Diagnostics.CodeAnalysis;
using CourseKit.Notebooks.Display;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Sessions.Output;

namespace CourseKit.Notebooks.Sessions;

/// <summary>What cells may call without any using directive; the names are those of Polyglot Notebooks.</summary>
[SuppressMessage("Naming", "CA1708", Justification = "display and Display are what existing notebooks call.")]
public static class NotebookGlobals
{
    /// <summary>Shows a value below the cell, now.</summary>
    /// <param name="value">Anything; null shows <c>&lt;null&gt;</c>.</param>
    /// <param name="mimeTypes">The representations wanted; none means those the value prefers.</param>
    /// <returns>A handle that can replace what is shown.</returns>
    /// <exception cref="ArgumentException">The value has no representation of that MIME type.</exception>
    public static DisplayedValue display(object? value, params string[] mimeTypes) =>
        new(DisplayBridge.Display.Show(ValueFormatter.Bundle(value, mimeTypes)), mimeTypes);

    /// <inheritdoc cref="display"/>
    public static DisplayedValue Display<T>(this T value, params string[] mimeTypes) => display(value, mimeTypes);

    /// <summary>Shows text that is already in a MIME type's own language, such as SVG or Markdown.</summary>
    /// <param name="text">Passed on as it is.</param>
    /// <param name="mimeType">Any MIME type.</param>
    /// <returns>A handle that can replace what is shown.</returns>
    public static DisplayedValue DisplayAs(this string text, string mimeType) =>
        new(DisplayBridge.Display.Show(MimeBundle.Of((mimeType, text))), [mimeType]);

    /// <summary>Marks text as HTML.</summary>
    public static HtmlText HTML(string html) => new(html);

    /// <summary>Asks for a line of text.</summary>
    /// <param name="prompt">What to ask.</param>
    /// <param name="typeHint"><c>password</c> hides what is typed.</param>
    /// <exception cref="InvalidOperationException">The notebook runs where nobody can answer.</exception>
    public static Task<string> GetInputAsync(string prompt = "", string typeHint = "text") =>
        DisplayBridge.Display.Input.AskAsync(prompt, isSecret: typeHint == "password");
}

/// <summary>Text that is HTML.</summary>
/// <param name="html">Shown unescaped.</param>
public sealed class HtmlText(string html)
{
    /// <summary>For front ends that look for this method.</summary>
    public string ToHtml() => html;

    /// <inheritdoc/>
    public override string ToString() => html;
}

/// <summary>Something that is shown and may be replaced.</summary>
public sealed class DisplayedValue
{
    private readonly string[] _mimeTypes;

    internal DisplayedValue(string id, string[] mimeTypes) => (DisplayId, _mimeTypes) = (id, mimeTypes);

    /// <summary>Its id in the notebook's output.</summary>
    public string DisplayId { get; }

    /// <summary>Shows another value in its place, in the representations that were asked for at first.</summary>
    public void Update(object? value) => DisplayBridge.Display.Update(DisplayId, ValueFormatter.Bundle(value, _mimeTypes));
}
