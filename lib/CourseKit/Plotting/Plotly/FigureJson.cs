using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace CourseKit.Plotting.Plotly;

/// <summary>Reads and writes figures as Plotly's JSON, properties in the order of the members.</summary>
internal static partial class FigureJson
{
    /// <summary>Without the converters of <see cref="Trace"/> and <see cref="Layout"/>, which use it.</summary>
    private static readonly JsonSerializerOptions Parts = Options(new TitleConverter(Options()));
    private static readonly JsonSerializerOptions Whole = Options(new TitleConverter(Options()), new TraceConverter(), new LayoutConverter());

    /// <summary>The one form in which a figure is written: members in order, no spaces, <c>&lt;</c> escaped.</summary>
    public static string Write(FigureContent content) =>
        // In JSON a less-than sign stands in strings only, so that no script element can end within.
        JsonSerializer.Serialize(content, Whole).Replace("<", "\\u003C", StringComparison.Ordinal);

    public static FigureContent Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<FigureContent>(json, Whole) is { Data: not null } content ? content
                : throw new JsonException("There is no list \"data\".");
        }
        catch (JsonException error)
        {
            throw new FormatException(
                "Figure.FromJson: a JSON object with a list \"data\" of traces and an object \"layout\" is required; " +
                $"what was received is not one: {error.Message} Give what toFigureJson, fig.to_json() or Figure.ToJson wrote.", error);
        }
    }

    private static JsonSerializerOptions Options(params JsonConverter[] more)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = LowerCase.Instance,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            // Letters of all scripts stay letters, and a picture's base64 stays short.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        foreach (var converter in (JsonConverter[])
            [new NumberConverter(), new ValuesConverter(), new CoordinateConverter(), new MatrixConverter<double>(),
            new MatrixConverter<string>(), new ColorScaleConverter(), .. more])
            options.Converters.Add(converter);
        return options;
    }

    private sealed class LowerCase : JsonNamingPolicy
    {
        public static LowerCase Instance { get; } = new();

        public override string ConvertName(string name) => name.ToLowerInvariant();
    }

    /// <summary>A trace by its <c>type</c>; one that the model cannot hold is kept whole.</summary>
    private sealed class TraceConverter : JsonConverter<Trace>
    {
        private static readonly Dictionary<string, Type> Types = new Trace[]
        {
            new Scatter(), new Bar(), new Histogram(), new Box(), new Heatmap(), new Contour(), new Image(), new ParallelCoordinates(),
        }.ToDictionary(trace => trace.Type, trace => trace.GetType());

        public override Trace Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var other = new OtherTrace(JsonElement.ParseValue(ref reader));
            if (other.Json.ValueKind != JsonValueKind.Object)
                throw new JsonException("A trace must be an object.");
            try
            {
                return Types.TryGetValue(other.Type, out var type) ? (Trace)other.Json.Deserialize(type, Parts)! : other;
            }
            catch (JsonException)
            {
                return other;
            }
        }

        public override void Write(Utf8JsonWriter writer, Trace value, JsonSerializerOptions options)
        {
            if (value is OtherTrace other)
                other.Json.WriteTo(writer);
            else
                JsonSerializer.Serialize(writer, value, value.GetType(), Parts);
        }
    }

    /// <summary>The axes are members of the layout whose names are not known beforehand.</summary>
    private sealed partial class LayoutConverter : JsonConverter<Layout>
    {
        public override Layout Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
                throw new JsonException("The layout must be an object.");
            var json = JsonNode.Parse(ref reader)!.AsObject();
            var axes = new Dictionary<string, Axis>();
            foreach (var name in json.Select(member => member.Key).Where(name => AxisName().IsMatch(name)).ToArray())
            {
                axes[name] = json[name].Deserialize<Axis>(Parts) ?? new Axis();
                json.Remove(name);
            }
            return json.Deserialize<Layout>(Parts)! with { Axes = axes };
        }

        public override void Write(Utf8JsonWriter writer, Layout value, JsonSerializerOptions options)
        {
            var json = JsonSerializer.SerializeToNode(value, Parts)!.AsObject();
            foreach (var (name, axis) in value.Axes)
                json[name] = JsonSerializer.SerializeToNode(axis, Parts);
            json.WriteTo(writer, options);
        }

        [GeneratedRegex(@"^[xy]axis\d*$")]
        private static partial Regex AxisName();
    }
}

/// <summary>A figure as Plotly writes it.</summary>
internal sealed record FigureContent
{
    public List<Trace> Data { get; init; } = [];

    public Layout Layout { get; init; } = new();

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; init; }
}
