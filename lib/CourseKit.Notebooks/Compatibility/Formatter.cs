using CourseKit.Notebooks.Display;
using CourseKit.Notebooks.Sessions.Output;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Writes a value; false if it does not take this one.</summary>
/// <typeparam name="T">The type it writes.</typeparam>
public delegate bool FormatDelegate<in T>(T value, FormatContext context);

/// <summary>Where a <see cref="FormatDelegate{T}"/> writes to.</summary>
/// <param name="writer">Takes the text.</param>
public sealed class FormatContext(TextWriter writer)
{
    /// <summary>Takes the text.</summary>
    public TextWriter Writer { get; } = writer;
}

/// <summary>How values are shown.</summary>
public static class Formatter
{
    /// <summary>What values are shown as that nothing else is said of. Default <c>text/html</c>.</summary>
    public static string DefaultMimeType
    {
        get => FormatterRegistry.DefaultMimeType;
        set => FormatterRegistry.DefaultMimeType = value;
    }

    /// <summary>Elements shown of a sequence. Default 20.</summary>
    public static int ListExpansionLimit
    {
        get => FormatLimits.Elements;
        set => FormatLimits.Elements = value;
    }

    /// <summary>Objects within objects that are taken apart. Default 6.</summary>
    public static int RecursionLimit
    {
        get => FormatLimits.Depth;
        set => FormatLimits.Depth = value;
    }

    /// <summary>Shows values of a type, and of those derived from it, as the text of a function.</summary>
    public static void Register<T>(Func<T, string> formatter, string mimeType = PlainTextFormatter.MimeType) =>
        Add<T>(mimeType, (value, writer) =>
        {
            writer.Write(formatter(value));
            return true;
        });

    /// <summary>Shows values of a type, and of those derived from it, as what a function writes.</summary>
    public static void Register<T>(Action<T, TextWriter> formatter, string mimeType = PlainTextFormatter.MimeType) =>
        Add<T>(mimeType, (value, writer) =>
        {
            formatter(value, writer);
            return true;
        });

    /// <summary>Shows values of a type, and of those derived from it, as what a function writes if it takes them.</summary>
    public static void Register<T>(FormatDelegate<T> formatter, string mimeType = PlainTextFormatter.MimeType) =>
        Add<T>(mimeType, (value, writer) => formatter(value, new FormatContext(writer)));

    /// <summary>Shows values of a type, which may be an open generic one, as what a function writes.</summary>
    public static void Register(Type type, Action<object, TextWriter> formatter, string mimeType = PlainTextFormatter.MimeType) =>
        FormatterRegistry.Register(type, mimeType, (value, writer) =>
        {
            formatter(value, writer);
            return true;
        });

    /// <summary>Shows values of a type in these MIME types, all of them at once.</summary>
    public static void SetPreferredMimeTypesFor(Type type, params string[] preferredMimeTypes) => FormatterRegistry.Prefer(type, [.. preferredMimeTypes]);

    /// <summary>The MIME types in which values of a type are shown.</summary>
    public static IEnumerable<string> GetPreferredMimeTypesFor(Type type) => ValueFormatter.PreferredFor(type);

    /// <summary>Forgets all that was registered, preferred and set.</summary>
    public static void ResetToDefault() => FormatterRegistry.Reset();

    /// <summary>A value as it would be shown.</summary>
    /// <exception cref="ArgumentException">It has no representation of that MIME type.</exception>
    public static string ToDisplayString(this object? obj, string mimeType = PlainTextFormatter.MimeType) => ValueFormatter.Text(obj, mimeType);

    private static void Add<T>(string mimeType, Func<T, TextWriter, bool> format) =>
        FormatterRegistry.Register(typeof(T), mimeType, (value, writer) => format((T)value, writer));
}

/// <summary>The name of plain text.</summary>
public static class PlainTextFormatter
{
    /// <summary><c>text/plain</c></summary>
    public const string MimeType = "text/plain";
}

/// <summary>The name of HTML.</summary>
public static class HtmlFormatter
{
    /// <summary><c>text/html</c></summary>
    public const string MimeType = "text/html";
}

/// <summary>The name of JSON.</summary>
public static class JsonFormatter
{
    /// <summary><c>application/json</c></summary>
    public const string MimeType = "application/json";
}

/// <summary>Something that is shown and may be replaced.</summary>
public sealed class DisplayedValue
{
    private readonly string[] _mimeTypes;

    internal DisplayedValue(string id, string[] mimeTypes) => (DisplayId, _mimeTypes) = (id, mimeTypes);

    /// <summary>Its id in the notebook's output.</summary>
    public string DisplayId { get; }

    /// <summary>Shows another value in its place: in the representations that were asked for at first, else in those that it prefers itself.</summary>
    public void Update(object? updatedValue) => DisplayBridge.Display.Update(DisplayId, ValueFormatter.Bundle(updatedValue, _mimeTypes));
}
