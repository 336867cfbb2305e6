using System.Text.Encodings.Web;
using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Display;

/// <summary>
/// A value's representations. First what the notebook registered for its type; then what the type itself offers by convention, so that its library needs no
/// reference to us: a public <c>ToMimeBundle()</c>, an attribute named <c>TypeFormatterSourceAttribute</c>, a name that <see cref="ForeignObjects"/> knows, an <c>IHtmlContent</c>, a public
/// <c>string ToHtml()</c>; else what .NET Interactive makes of any object.
/// </summary>
internal static class ValueFormatter
{
    private const string Plain = "text/plain";
    private const string HtmlType = "text/html";
    private const string HtmlContent = "Microsoft.AspNetCore.Html.IHtmlContent";

    /// <summary>The representations that the value prefers. Beside HTML that is ours there is always a plain text, for terminals and for those who compare.</summary>
    public static MimeBundle Bundle(object? value) => Sequences.Once(() =>
    {
        var type = value?.GetType() ?? typeof(object);
        var wanted = FormatterRegistry.Preferred(type);
        if (wanted is null && value is not null && !FormatterRegistry.Knows(type) && Conventional(value) is { } bundle)
            return bundle;
        var texts = (wanted ?? [DefaultMimeType(type, value)]).ToDictionary(mimeType => mimeType, mimeType => Text(value, mimeType));
        if (wanted is null)
            texts.TryAdd(Plain, Text(value, Plain));
        return new MimeBundle(texts);
    });

    /// <summary>The representations asked for; without any, those that the value prefers.</summary>
    /// <exception cref="ArgumentException">It has no such representation.</exception>
    public static MimeBundle Bundle(object? value, IReadOnlyList<string> mimeTypes) =>
        mimeTypes.Count == 0 ? Bundle(value) : Sequences.Once(() => new MimeBundle(mimeTypes.Select(type => KeyValuePair.Create(type, Text(value, type)))));

    /// <summary>What a library hands over: a value, or a bundle as a dictionary.</summary>
    public static MimeBundle BridgeBundle(object? value) =>
        value is IReadOnlyDictionary<string, object> entries ? MimeEntries.Bundle(entries, "the bundle") : Bundle(value);

    /// <summary>The MIME types in which a type is shown.</summary>
    public static IReadOnlyList<string> PreferredFor(Type type) => FormatterRegistry.Preferred(type) ?? [DefaultMimeType(type, null)];

    /// <exception cref="ArgumentException">The value has no representation of this MIME type.</exception>
    public static string Text(object? value, string type)
    {
        var text = (value is null ? null : Own(value, type)) ?? type switch
        {
            Plain => PlainText.Of(value),
            HtmlType => HtmlText.Of(value),
            "application/json" => MimeEntries.ValueJson(value),
            "text/csv" => CsvText.Of(value),
            _ => null,
        };
        return text ?? throw new ArgumentException(
            $"display: a MIME type that {TypeNames.Of(value?.GetType())} can be shown in is required; \"{type}\" is none. " +
            "Show it without a MIME type, or show text with text.DisplayAs(mimeType).");
    }

    /// <summary>A value as HTML, whatever it prefers.</summary>
    public static string Html(object? value) => Text(value, HtmlType);

    /// <summary>The HTML that a value has of its own, not made from its members; null if it has none.</summary>
    public static string? OwnHtml(object value) => Own(value, HtmlType);

    /// <summary>The plain text that the notebook registered for a value's type; null if there is none.</summary>
    public static string? OwnText(object value) => FormatterRegistry.Text(value, Plain);

    private static string? Own(object value, string type) =>
        FormatterRegistry.Text(value, type)
        ?? MimeEntries.FromMethod(value)?.GetValueOrDefault(type)
        ?? FormatterSource.Find(value.GetType())?.Text(value, type)
        ?? (type is HtmlType or Plain ? Content(value) : null)
        ?? (type == HtmlType ? ToHtml(value) : null);

    /// <summary>What a type offers of itself.</summary>
    private static MimeBundle? Conventional(object value)
    {
        if ((MimeEntries.FromMethod(value) ?? FormatterSource.Find(value.GetType())?.Preferred(value) ?? ForeignObjects.Bundle(value)) is { } bundle)
            return bundle;
        if (Content(value) is { } content)
            return MimeBundle.Of((HtmlType, content), (Plain, content));
        return ToHtml(value) is { } html ? MimeBundle.Of((HtmlType, html), (Plain, value.ToString() ?? "")) : null;
    }

    private static string DefaultMimeType(Type type, object? value) =>
        type == typeof(string) ? Plain : value is null && type == typeof(object) ? HtmlType : FormatterRegistry.DefaultMimeType;

    /// <summary>ASP.NET's HTML, ours or another assembly's, by its name.</summary>
    private static string? Content(object value)
    {
        var contract = Array.Find(value.GetType().GetInterfaces(), type => type.FullName == HtmlContent);
        if (contract is null)
            return null;
        using var writer = FormattedText.NewWriter();
        var write = contract.GetMethod("WriteTo")!;
        Call.Of(() => write.Invoke(value, [writer, HtmlEncoder.Default]), value.GetType(), "WriteTo");
        return writer.ToString();
    }

    private static string? ToHtml(object value)
    {
        var method = value.GetType().GetMethod("ToHtml", Type.EmptyTypes);
        return method is null || method.IsStatic || method.ReturnType != typeof(string)
            ? null
            : (string?)Call.Of(() => method.Invoke(value, null), value.GetType(), "ToHtml()");
    }
}
