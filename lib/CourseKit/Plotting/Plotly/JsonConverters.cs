using System.Text.Json;
using System.Text.Json.Serialization;

namespace CourseKit.Plotting.Plotly;

/// <summary>JSON has no NaN and no infinity: null, which Plotly draws as a gap.</summary>
internal sealed class NumberConverter : JsonConverter<double>
{
    public override bool HandleNull => true;

    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.Null => double.NaN,
            JsonTokenType.Number => reader.GetDouble(),
            _ => throw new JsonException(),
        };

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
    {
        if (double.IsFinite(value))
            writer.WriteNumberValue(value);
        else
            writer.WriteNullValue();
    }
}

/// <summary>A list of numbers or a list of names.</summary>
internal sealed class ValuesConverter : JsonConverter<Values>
{
    public override Values Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var list = JsonElement.ParseValue(ref reader);
        if (list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > 0 && list[0].ValueKind == JsonValueKind.String)
            return list.Deserialize<string[]>(options)!;
        return list.Deserialize<double[]>(options)!;
    }

    public override void Write(Utf8JsonWriter writer, Values value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.Numbers ?? (object)value.Names!, options);
}

/// <summary>A number or a name.</summary>
internal sealed class CoordinateConverter : JsonConverter<Coordinate>
{
    public override Coordinate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? reader.GetString()! : JsonSerializer.Deserialize<double>(ref reader, options);

    public override void Write(Utf8JsonWriter writer, Coordinate value, JsonSerializerOptions options)
    {
        if (value.Name is null)
            JsonSerializer.Serialize(writer, value.Number, options);
        else
            writer.WriteStringValue(value.Name);
    }
}

/// <summary>A matrix as a list of rows.</summary>
internal sealed class MatrixConverter<T> : JsonConverter<T[,]>
{
    public override T[,] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var rows = JsonSerializer.Deserialize<T[][]>(ref reader, options)!;
        var columns = rows.Length == 0 ? 0 : rows[0].Length;
        var matrix = new T[rows.Length, columns];
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i].Length != columns)
                throw new JsonException();
            for (var j = 0; j < columns; j++)
                matrix[i, j] = rows[i][j];
        }
        return matrix;
    }

    public override void Write(Utf8JsonWriter writer, T[,] value, JsonSerializerOptions options)
    {
        var item = (JsonConverter<T>)options.GetConverter(typeof(T));
        writer.WriteStartArray();
        for (var i = 0; i < value.GetLength(0); i++)
        {
            writer.WriteStartArray();
            for (var j = 0; j < value.GetLength(1); j++)
                item.Write(writer, value[i, j], options);
            writer.WriteEndArray();
        }
        writer.WriteEndArray();
    }
}

/// <summary>A list of pairs; one of Plotly's names is also read.</summary>
internal sealed class ColorScaleConverter : JsonConverter<ColorScale>
{
    public override ColorScale Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return ColorScale.Named(reader.GetString()!) ?? throw new JsonException();
        var pairs = JsonSerializer.Deserialize<JsonElement[][]>(ref reader, options)!;
        if (pairs.Length == 0 || !pairs.All(IsStop))
            throw new JsonException();
        return new([.. pairs.Select(pair => (pair[0].GetDouble(), pair[1].GetString()!))]);
    }

    public override void Write(Utf8JsonWriter writer, ColorScale value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var (share, color) in value.Stops)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(share);
            writer.WriteStringValue(color);
            writer.WriteEndArray();
        }
        writer.WriteEndArray();
    }

    private static bool IsStop(JsonElement[] pair) =>
        pair.Length == 2 && pair[0].ValueKind == JsonValueKind.Number && pair[1].ValueKind == JsonValueKind.String
            && ColorScale.IsHex(pair[1].GetString()!);
}

/// <summary>An object; the plain string of older figures is also read.</summary>
/// <param name="members">Options without this converter, for the object.</param>
internal sealed class TitleConverter(JsonSerializerOptions members) : JsonConverter<Title>
{
    public override Title Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? reader.GetString()! : JsonSerializer.Deserialize<Title>(ref reader, members)!;

    public override void Write(Utf8JsonWriter writer, Title value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, members);
}
