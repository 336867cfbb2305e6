using System.Net;
using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Display;

/// <summary>
/// A value's representations, found by convention so that its library needs no reference to us. In this order: a public <c>ToMimeBundle()</c>, an attribute named
/// <c>TypeFormatterSourceAttribute</c>, a public <c>string ToHtml()</c>, plain text.
/// </summary>
internal static class ValueFormatter
{
    private const string Plain = "text/plain";

    /// <summary>The representations that the value prefers.</summary>
    public static MimeBundle Bundle(object? value) =>
        value is null or string
            ? MimeBundle.Of((Plain, PlainText.Of(value)))
            : MimeEntries.FromMethod(value) ?? FormatterSource.Find(value.GetType())?.Preferred(value) ?? Html(value) ?? MimeBundle.Of((Plain, PlainText.Of(value)));

    /// <summary>The representations asked for; without any, those that the value prefers.</summary>
    /// <exception cref="ArgumentException">It has no such representation.</exception>
    public static MimeBundle Bundle(object? value, IReadOnlyList<string> mimeTypes) =>
        mimeTypes.Count == 0 ? Bundle(value) : new(mimeTypes.Select(type => KeyValuePair.Create(type, Text(value, type))));

    /// <summary>What a library hands over: a value, or a bundle as a dictionary.</summary>
    public static MimeBundle BridgeBundle(object? value) =>
        value is IReadOnlyDictionary<string, object> entries ? MimeEntries.Bundle(entries, "the bundle") : Bundle(value);

    private static string Text(object? value, string type)
    {
        var source = value is null ? null : FormatterSource.Find(value.GetType());
        var text = (value is null ? null : MimeEntries.FromMethod(value)?.GetValueOrDefault(type))
            ?? source?.Text(value!, type)
            ?? (type == "text/html" && value is not null ? Html(value)?.GetValueOrDefault(type) : null)
            ?? (type == Plain ? PlainText.Of(value) : null)
            ?? (type == "text/html" ? $"<div class=\"dni-plaintext\"><pre>{WebUtility.HtmlEncode(PlainText.Of(value))}</pre></div>" : null)
            ?? (type == "application/json" ? MimeEntries.Json(value) : null);
        return text ?? throw new ArgumentException(
            $"display: a MIME type that {TypeNames.Of(value?.GetType())} can be shown in is required; \"{type}\" is none. " +
            "Show it without a MIME type, or show text with text.DisplayAs(mimeType).");
    }

    private static MimeBundle? Html(object value)
    {
        var method = value.GetType().GetMethod("ToHtml", Type.EmptyTypes);
        if (method is null || method.IsStatic || method.ReturnType != typeof(string))
            return null;
        var html = (string?)Call.Of(() => method.Invoke(value, null), value.GetType(), "ToHtml()");
        return html is null ? null : MimeBundle.Of(("text/html", html), (Plain, value.ToString() ?? ""));
    }
}
