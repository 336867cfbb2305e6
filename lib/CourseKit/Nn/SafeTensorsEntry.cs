using System.Text.Json;
using CourseKit.Autograd;
using static System.FormattableString;

namespace CourseKit.Nn;

/// <summary>What a <c>.safetensors</c> header says of one tensor.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">F32, F64 or I64.</param>
/// <param name="Shape">Its lengths.</param>
/// <param name="Begin">Where its bytes begin, counted from the first value in the file.</param>
/// <param name="End">Where they end; as many as the shape takes.</param>
internal sealed record SafeTensorsEntry(string Name, string Type, Shape Shape, long Begin, long End)
{
    public static int WidthOf(string type) => type == SafeTensorsHeader.Single ? sizeof(float) : sizeof(double);

    /// <exception cref="InvalidDataException">It contradicts itself, or its type is not one of ours.</exception>
    public static SafeTensorsEntry Of(JsonProperty entry)
    {
        var type = Field(entry, "dtype", JsonValueKind.String).GetString()!;
        if (type is not (SafeTensorsHeader.Single or SafeTensorsHeader.Double or SafeTensorsHeader.Integer))
        {
            throw new InvalidDataException(
                $"tensors of F32, F64 or I64 are required; \"{entry.Name}\" is {type}. Convert it where it was written.");
        }
        var lengths = Numbers(entry, "shape");
        var size = lengths.Aggregate(1L, (product, length) => Math.Min(product, 1L << 31) * Math.Min(length, 1L << 31));
        if (size > Array.MaxLength || lengths.Any(length => length > Array.MaxLength))
        {
            throw new InvalidDataException(Invariant(
                $"\"{entry.Name}\": a shape of at most {Array.MaxLength} values is required; received ({string.Join(", ", lengths)}). ")
                + "The header is damaged: save it again.");
        }
        Shape shape = [.. lengths.Select(length => (int)length)];
        if (Numbers(entry, "data_offsets") is not [var begin, var end] || end - begin != size * WidthOf(type))
        {
            throw new InvalidDataException(Invariant(
                $"\"{entry.Name}\" of {type} {shape} takes {size * WidthOf(type)} bytes; the header gives it ")
                + $"{entry.Value.GetProperty("data_offsets").GetRawText()}. Save it again.");
        }
        return new SafeTensorsEntry(entry.Name, type, shape, begin, end);
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject(Name);
        json.WriteString("dtype", Type);
        json.WriteStartArray("shape");
        foreach (var length in Shape)
            json.WriteNumberValue(length);
        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(Begin);
        json.WriteNumberValue(End);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static long[] Numbers(JsonProperty entry, string field)
    {
        var array = Field(entry, field, JsonValueKind.Array);
        return [.. array.EnumerateArray().Select(number =>
            number.ValueKind == JsonValueKind.Number && number.TryGetInt64(out var value) && value >= 0
                ? value
                : throw SafeTensorsHeader.Wrong($"\"{entry.Name}\", {field}", "a list of whole numbers of 0 or more", array))];
    }

    private static JsonElement Field(JsonProperty entry, string field, JsonValueKind kind)
    {
        if (entry.Value.ValueKind == JsonValueKind.Object && entry.Value.TryGetProperty(field, out var value) && value.ValueKind == kind)
            return value;
        throw SafeTensorsHeader.Wrong($"\"{entry.Name}\"", "an object of dtype, shape and data_offsets", entry.Value);
    }
}
