using System.Text.Json;

namespace CourseKit.Notebooks.Documents;

/// <summary>Reading JSON whose shape is not certain: null instead of an exception.</summary>
internal static class JsonElementExtensions
{
    extension(JsonElement json)
    {
        /// <summary>The field of an object; null if this is no object, or has no such field, or the field is <c>null</c>.</summary>
        public JsonElement? Field(string name) =>
            json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
                ? value
                : null;

        /// <summary>The text of a string; null if this is none.</summary>
        public string? StringOrNull() => json.ValueKind == JsonValueKind.String ? json.GetString() : null;
    }
}
