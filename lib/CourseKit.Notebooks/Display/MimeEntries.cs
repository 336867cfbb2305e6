using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Display;

/// <summary>Bundles as libraries write them: MIME type → string (as is), bytes (become base64) or an object (becomes JSON).</summary>
internal static class MimeEntries
{
    private const string Method = "ToMimeBundle";
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions ForValues = new(Relaxed)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>What the value's own public ToMimeBundle() says; null if it has none.</summary>
    public static MimeBundle? FromMethod(object value)
    {
        var type = value.GetType();
        var method = type.GetMethod(Method, Type.EmptyTypes);
        if (method is null || method.IsStatic || !typeof(IReadOnlyDictionary<string, object>).IsAssignableFrom(method.ReturnType))
            return null;
        var where = $"{TypeNames.Of(type)}.{Method}()";
        return Call.Of(() => method.Invoke(value, null), type, $"{Method}()") is IReadOnlyDictionary<string, object> entries
            ? Bundle(entries, where)
            : throw new FormatterException($"{where}: a dictionary is required; got null. Return at least \"text/plain\".");
    }

    /// <exception cref="FormatterException">There is no entry, or one without a value.</exception>
    public static MimeBundle Bundle(IReadOnlyDictionary<string, object> entries, string where)
    {
        if (entries.Count == 0)
            throw new FormatterException($"{where}: at least one MIME type is required; there is none. Return at least \"text/plain\".");
        return new MimeBundle(entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value switch
        {
            string text => text,
            byte[] bytes => Convert.ToBase64String(bytes),
            null => throw new FormatterException($"{where}: every MIME type needs a value; \"{entry.Key}\" has null. Leave it out."),
            var other => Json(other),
        })));
    }

    /// <summary>A value shown as JSON: without its nulls, and with NaN as a text.</summary>
    public static string ValueJson(object? value) => JsonSerializer.Serialize(value, ForValues);

    public static string Json(object? value) => JsonSerializer.Serialize(value, Relaxed);
}
