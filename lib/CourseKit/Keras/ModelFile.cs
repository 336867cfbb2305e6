using System.Text.Json;
using System.Text.Json.Serialization;
using CourseKit.Autograd;
using CourseKit.Keras.Layers;
using CourseKit.Keras.Metrics;
using CourseKit.Nn;

namespace CourseKit.Keras;

/// <summary>A model as it stands in its file: everything but the weights as JSON in the metadata, under <c>model</c>.</summary>
internal sealed record ModelFile
{
    private const string Current = "coursekit.keras/1";
    private const string Key = "model";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(), new ShapeConverter(), new Size2DConverter(), new MetricListConverter() },
    };

    public string Format { get; init; } = Current;

    public required string Name { get; init; }

    public required int Seed { get; init; }

    public required DType DType { get; init; }

    public required Shape InputShape { get; init; }

    public required IReadOnlyList<Layer> Layers { get; init; }

    public required Compilation? Compilation { get; init; }

    /// <summary>As it is now; the optimizer's own is that of the start.</summary>
    public required double? LearningRate { get; init; }

    public void Save(string path, Network network)
    {
        var tensors = network.Layers
            .SelectMany(layer => layer.Weights, (layer, weight) => (Name: $"{layer.Name}/{weight.Name}", Value: weight.Shown()))
            .ToDictionary(weight => weight.Name, weight => weight.Value);
        new SafeTensorsFile(tensors, new Dictionary<string, string> { [Key] = JsonSerializer.Serialize(this, Options) }).Save(path);
    }

    public static (ModelFile File, IReadOnlyDictionary<string, Tensor> Weights) Load(string path)
    {
        var file = SafeTensorsFile.Load(path);
        try
        {
            var model = JsonSerializer.Deserialize<ModelFile>(file.Metadata.GetValueOrDefault(Key) ?? "{}", Options);
            return model?.Format == Current
                ? (model, file.Tensors)
                : throw new FormatException($"it says format \"{model?.Format}\"");
        }
        catch (Exception error) when (error is JsonException or FormatException or NotSupportedException or ArgumentException)
        {
            throw new InvalidDataException($"{path}: a file written by Sequential.Save ({Current}) is required; {error.Message.TrimEnd('.')}.", error);
        }
    }

    /// <exception cref="FormatException">There is none of this name and shape.</exception>
    public static Tensor Weight(IReadOnlyDictionary<string, Tensor> weights, string name, Shape shape) =>
        weights.TryGetValue(name, out var weight) && weight.Shape == shape
            ? weight
            : throw new FormatException($"the weight \"{name}\" {shape} is required; received {(weight is null ? "none" : weight.Shape)}. Save the model again.");

    private sealed class ShapeConverter : JsonConverter<Shape>
    {
        public override Shape Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Shape.Create(JsonSerializer.Deserialize<int[]>(ref reader, options));

        public override void Write(Utf8JsonWriter writer, Shape value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.ToArray(), options);
    }

    private sealed class Size2DConverter : JsonConverter<Size2D>
    {
        public override Size2D Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<int[]>(ref reader, options) is [var rows, var columns]
                ? new Size2D(rows, columns)
                : throw new JsonException("rows and columns are required as a size");

        public override void Write(Utf8JsonWriter writer, Size2D value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, new[] { value.Rows, value.Columns }, options);
    }

    private sealed class MetricListConverter : JsonConverter<MetricList>
    {
        public override MetricList Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            MetricList.Create(JsonSerializer.Deserialize<Metric[]>(ref reader, options));

        public override void Write(Utf8JsonWriter writer, MetricList value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.ToArray(), options);
    }
}
