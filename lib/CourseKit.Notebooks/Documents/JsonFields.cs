using System.Text.Json;

namespace CourseKit.Notebooks.Documents;

/// <summary>The fields of a JSON object that are kept as they are: name → compact JSON text, in the file's order.</summary>
/// <remarks>Notebook, cell and output metadata, and the attachments of a cell. Numbers keep the digits they were written with.</remarks>
public sealed class JsonFields : TextMap
{
    /// <param name="entries">Field name and JSON text. The text is not checked here; <see cref="Parse"/> does.</param>
    internal JsonFields(IEnumerable<KeyValuePair<string, string>> entries)
        : base(entries)
    {
    }

    /// <summary>An object without fields.</summary>
    public static JsonFields Empty { get; } = new([]);

    /// <summary>The fields of a JSON object given as text, e.g. <c>{"tags":["parameters"]}</c>.</summary>
    /// <exception cref="JsonException">The text is not JSON, or not an object.</exception>
    public static JsonFields Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var element = JsonText.Parse(json);
        return element.ValueKind == JsonValueKind.Object
            ? Of(element)
            : throw new JsonException($"this is JSON, but no object: {element.ValueKind}.");
    }

    /// <summary>The value of a field as JSON, or null if there is no such field.</summary>
    public JsonElement? Find(string name) => TryGetValue(name, out var json) ? JsonText.Parse(json) : null;

    /// <summary>This object with one more field, or with that field replaced in its place.</summary>
    internal JsonFields With(string name, string json) => new(this.Append(KeyValuePair.Create(name, json)));

    /// <summary>This object without a field.</summary>
    internal JsonFields Without(string name) => ContainsKey(name) ? new(this.Where(field => field.Key != name)) : this;

    /// <summary>This object with a field under another name, in its place.</summary>
    internal JsonFields Renamed(string name, string newName) =>
        new(this.Select(field => field.Key == name ? KeyValuePair.Create(newName, field.Value) : field));

    /// <summary>The fields of an object element.</summary>
    internal static JsonFields Of(JsonElement json) =>
        new(json.EnumerateObject().Select(field => KeyValuePair.Create(field.Name, JsonText.Compact(field.Value))));

    /// <summary>The object as compact JSON.</summary>
    internal string ToJson() => JsonText.Compact(this);
}
