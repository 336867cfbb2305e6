using System.Text.Json;
using System.Text.Json.Serialization;
using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Sessions.Wire;

/// <summary>Frames as JSON, by generated code: reflection would cost both sides a tenth of a second at their start.</summary>
[JsonSourceGenerationOptions(Converters = [typeof(MimeBundleConverter)])]
[JsonSerializable(typeof(Frame))]
internal sealed partial class WireJson : JsonSerializerContext;

/// <summary>A bundle as one JSON object, entries in their order.</summary>
internal sealed class MimeBundleConverter : JsonConverter<MimeBundle>
{
    public override MimeBundle Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var entries = new List<KeyValuePair<string, string>>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var type = reader.GetString()!;
            reader.Read();
            entries.Add(new(type, reader.GetString()!));
        }
        return new MimeBundle(entries);
    }

    public override void Write(Utf8JsonWriter writer, MimeBundle value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (type, text) in value)
            writer.WriteString(type, text);
        writer.WriteEndObject();
    }
}
