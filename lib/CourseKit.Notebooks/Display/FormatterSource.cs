using System.Collections;
using System.Globalization;
using System.Reflection;
using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Display;

/// <summary>
/// The convention of .NET Interactive: an attribute named <c>TypeFormatterSourceAttribute</c> names a type whose <c>CreateTypeFormatters()</c> returns objects with
/// <c>string MimeType</c>, <c>bool Format(object, TextWriter)</c> and perhaps <c>Type Type</c>. Nothing is known of these types but the names.
/// </summary>
internal sealed class FormatterSource
{
    private const string AttributeName = "TypeFormatterSourceAttribute";
    private const string Factory = "CreateTypeFormatters";
    private const BindingFlags Members = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static;

    private readonly Type _shown;
    private readonly IReadOnlyList<(string MimeType, Type Applies, Func<object, TextWriter, object?> Format)> _formatters;
    private readonly IReadOnlyList<string> _preferred;

    private FormatterSource(Type shown, Type source, IReadOnlyList<string> preferred)
    {
        _shown = shown;
        _preferred = preferred;
        _formatters = [.. Create(source).Cast<object>().Select(Read).OfType<(string, Type, Func<object, TextWriter, object?>)>()];
    }

    /// <summary>The formatters that a type, or a base of it, names; null if neither does.</summary>
    /// <exception cref="FormatterException">The attribute, or what it names, is not made as the convention says.</exception>
    public static FormatterSource? Find(Type shown)
    {
        var attribute = shown.GetCustomAttributes(inherit: true).FirstOrDefault(candidate => candidate.GetType().Name == AttributeName);
        // Plotly.NET's own attribute lacks the property that the convention asks for.
        if (attribute is null || ForeignObjects.Knows(shown))
            return null;
        var source = Property<Type>(attribute, "FormatterSourceType") ?? throw new FormatterException(
            $"{TypeNames.Of(shown)}: its {AttributeName} needs a public property FormatterSourceType that holds a type; it has none.");
        return new FormatterSource(shown, source, Property<string[]>(attribute, "PreferredMimeTypes") ?? []);
    }

    /// <summary>The preferred MIME types that have a formatter; null if none has.</summary>
    public MimeBundle? Preferred(object value)
    {
        // A promise without a formatter is passed over: asking for it again overflows the stack of the original.
        var wanted = _preferred.Count > 0 ? _preferred : ["text/html"];
        var entries = Texts(value, wanted);
        if (entries.Count == 0)
            entries = Texts(value, [.. _formatters.Select(formatter => formatter.MimeType).Take(1)]);
        return entries.Count == 0 ? null : new MimeBundle(entries);
    }

    /// <summary>The value in one MIME type; null if no formatter takes it.</summary>
    public string? Text(object value, string mimeType)
    {
        foreach (var (type, applies, format) in _formatters)
        {
            if (type != mimeType || !applies.IsInstanceOfType(value))
                continue;
            using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
            if (Call.Of(() => format(value, writer), _shown, $"formatter for {mimeType}") is true)
                return writer.ToString();
        }
        return null;
    }

    private List<KeyValuePair<string, string>> Texts(object value, IReadOnlyList<string> mimeTypes) =>
        [.. mimeTypes.Select(type => (Type: type, Text: Text(value, type))).Where(entry => entry.Text is not null)
            .Select(entry => KeyValuePair.Create(entry.Type, entry.Text!))];

    private IEnumerable Create(Type source)
    {
        var method = source.GetMethods(Members).SingleOrDefault(method => method.Name == Factory && method.GetParameters().Length == 0);
        if (method is null || !method.IsStatic && source.GetConstructor(Type.EmptyTypes) is null)
            throw new FormatterException(
                $"{TypeNames.Of(_shown)}: its formatter source {TypeNames.Of(source)} needs a public {Factory}() and a public constructor without parameters; " +
                "it lacks one of them.");
        var created = Call.Of(() => method.Invoke(method.IsStatic ? null : Activator.CreateInstance(source), null), _shown, $"{source.Name}.{Factory}()");
        return created as IEnumerable ?? throw new FormatterException(
            $"{TypeNames.Of(_shown)}: {TypeNames.Of(source)}.{Factory}() must return a sequence of formatters; it returned {TypeNames.Of(created?.GetType())}.");
    }

    /// <summary>One formatter; null for an object without a MIME type, which the convention ignores.</summary>
    private (string, Type, Func<object, TextWriter, object?>)? Read(object formatter)
    {
        if (Property<string>(formatter, "MimeType") is not { } mimeType)
            return null;
        var method = formatter.GetType().GetMethod("Format", [typeof(object), typeof(TextWriter)]);
        if (method is null || method.ReturnType != typeof(bool))
            throw new FormatterException(
                $"{TypeNames.Of(_shown)}: its formatter {TypeNames.Of(formatter.GetType())} needs a public `bool Format(object, TextWriter)`; it has none.");
        return (mimeType, Property<Type>(formatter, "Type") ?? typeof(object), (value, writer) => method.Invoke(formatter, [value, writer]));
    }

    private static T? Property<T>(object owner, string name) where T : class => owner.GetType().GetProperty(name, Members)?.GetValue(owner) as T;
}
