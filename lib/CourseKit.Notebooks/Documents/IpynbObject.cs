using System.Globalization;
using System.Text.Json;

namespace CourseKit.Notebooks.Documents;

/// <summary>A JSON object of an .ipynb, read as nbformat types its fields; what is missing or <c>null</c> is null or empty.</summary>
internal readonly record struct IpynbObject(JsonElement Json, Place At, string Where = "")
{
    public NotebookFormatException Error(string problem) => new(Where + problem, At);

    /// <summary>A text, which may be written as a list of lines.</summary>
    public string? Text(string name) => Json.Field(name) is not { } value
        ? null
        : Joined(value) ?? throw Error($"{name} must be a text or a list of texts; it is {Short(value)}.");

    /// <summary>A whole number.</summary>
    public int? Number(string name) => Json.Field(name) is not { } value
        ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            ? number
            : throw Error($"{name} must be a whole number; it is {Short(value)}.");

    /// <summary>The number of a run, from 1; null for 0, which some programs write for "not run".</summary>
    public int? Count(string name) => Number(name) is > 0 and var count ? count : null;

    /// <summary>A list of texts.</summary>
    public IReadOnlyList<string> Texts(string name) => Json.Field(name) is not { } value
        ? []
        : value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(line => line.ValueKind == JsonValueKind.String)
            ? [.. value.EnumerateArray().Select(line => line.GetString()!)]
            : throw Error($"{name} must be a list of texts; it is {Short(value)}.");

    /// <summary>An object whose fields are kept as they are.</summary>
    public JsonFields Fields(string name) => Json.Field(name) is { } value ? JsonFields.Of(Object(name, value)) : JsonFields.Empty;

    /// <summary>MIME type → data, which is JSON for JSON types and text for all others.</summary>
    public MimeBundle Bundle(string name) => Json.Field(name) is { } value
        ? new MimeBundle(Object(name, value).EnumerateObject().Select(data => KeyValuePair.Create(data.Name, Data(data.Name, data.Value))))
        : MimeBundle.Empty;

    /// <summary>A list of objects, each with its one-based number in its place or in the words before a message.</summary>
    public IEnumerable<IpynbObject> Objects(string name, Func<int, Place> at, string each = "")
    {
        if (Json.Field(name) is not { } list)
            yield break;
        if (list.ValueKind != JsonValueKind.Array)
            throw Error($"{name} must be a list; it is {Short(list)}.");
        var number = 0;
        foreach (var item in list.EnumerateArray())
        {
            number++;
            var where = each.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{each} {number}: ");
            yield return item.ValueKind == JsonValueKind.Object
                ? new IpynbObject(item, at(number), where)
                : throw new NotebookFormatException($"{where}each of the {name} must be an object; this is {Short(item)}.", at(number));
        }
    }

    private JsonElement Object(string name, JsonElement value) =>
        value.ValueKind == JsonValueKind.Object ? value : throw Error($"{name} must be an object; it is {Short(value)}.");

    /// <summary>Data of a text type that is no text, which nbformat forbids and some programs write, is kept as its JSON text.</summary>
    private static string Data(string mime, JsonElement value) =>
        (MimeBundle.IsJson(mime) ? null : Joined(value)) ?? JsonText.Compact(value);

    private static string? Joined(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Array when value.EnumerateArray().All(line => line.ValueKind == JsonValueKind.String)
            => string.Concat(value.EnumerateArray().Select(line => line.GetString())),
        _ => null,
    };

    private static string Short(JsonElement value) => value.GetRawText() is { Length: > 40 } text ? text[..40] + "…" : value.GetRawText();
}
