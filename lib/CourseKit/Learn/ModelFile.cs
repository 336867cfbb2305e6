using System.Text.Json;
using System.Text.Json.Nodes;
using CourseKit.Autograd;
using CourseKit.Nn;

namespace CourseKit.Learn;

/// <summary>
/// A multilayer perceptron as a <c>.safetensors</c> file: weights and curves as tensors, everything else as JSON in its metadata.
/// </summary>
/// <remarks>
/// Tensors: <c>coefs.0</c> (features, units), <c>intercepts.0</c> (units), …, <c>loss_curve</c> and <c>validation_scores</c>. Metadata:
/// <c>model</c>,
/// a JSON object with <c>format</c>, <c>kind</c>, <c>params</c> (scikit-learn's names), <c>classes</c>, <c>iterations</c> and
/// <c>samples_seen</c>.
/// </remarks>
/// <param name="Kind">The name of the model's class.</param>
/// <param name="Layers">Weights and biases.</param>
internal sealed record ModelFile(string Kind, IReadOnlyList<(Tensor Weight, Tensor Bias)> Layers)
{
    private const string Format = "coursekit.mlp/1";

    public required IReadOnlyList<(string Name, object? Value)> Params { get; init; }

    /// <summary>Labels in the order of the outputs; null for a regressor.</summary>
    public required int[]? Classes { get; init; }

    public required double[] LossCurve { get; init; }

    public required double[] ValidationScores { get; init; }

    public required int Iterations { get; init; }

    public required long SamplesSeen { get; init; }

    public void Save(string path)
    {
        var tensors = new Dictionary<string, Tensor> { ["loss_curve"] = LossCurve, ["validation_scores"] = ValidationScores };
        for (var i = 0; i < Layers.Count; i++)
        {
            tensors.Add(Numbered("coefs", i), Layers[i].Weight);
            tensors.Add(Numbered("intercepts", i), Layers[i].Bias);
        }
        new SafeTensorsFile(tensors, new Dictionary<string, string> { ["model"] = Header().ToJsonString() }).Save(path);
    }

    public static ModelFile Load(string path, string kind)
    {
        var file = SafeTensorsFile.Load(path);
        try
        {
            var header = (JsonNode.Parse(file.Metadata.GetValueOrDefault("model") ?? "{}") ?? new JsonObject()).AsObject();
            if ((string?)header["format"] != Format || (string?)header["kind"] != kind)
                throw new FormatException($"it says format \"{header["format"]}\", kind \"{header["kind"]}\"");
            return new ModelFile(kind, ReadLayers(file))
            {
                Params = [.. Required(header, "params").AsObject().Select(entry => (entry.Key, Plain(entry.Value)))],
                Classes = header["classes"]?.AsArray().Select(label => (int)label!).ToArray(),
                LossCurve = file.Tensors["loss_curve"].ToDoubles(),
                ValidationScores = file.Tensors["validation_scores"].ToDoubles(),
                Iterations = (int)Required(header, "iterations"),
                SamplesSeen = (long)Required(header, "samples_seen"),
            };
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            throw new InvalidDataException($"{path}: a file written by {kind}.Save ({Format}) is required; {error.Message}.", error);
        }
    }

    private JsonObject Header() => new()
    {
        ["format"] = Format,
        ["kind"] = Kind,
        ["params"] = new JsonObject(Params.Select(entry => KeyValuePair.Create(entry.Name, ToJson(entry.Value)))),
        ["classes"] = Classes is null ? null : new JsonArray([.. Classes.Select(label => (JsonNode)label)]),
        ["iterations"] = Iterations,
        ["samples_seen"] = SamplesSeen,
    };

    private static List<(Tensor Weight, Tensor Bias)> ReadLayers(SafeTensorsFile file)
    {
        var layers = new List<(Tensor Weight, Tensor Bias)>();
        while (file.Tensors.TryGetValue(Numbered("coefs", layers.Count), out var weight))
        {
            var bias = file.Tensors[Numbered("intercepts", layers.Count)];
            var follows = weight.Rank == 2 && bias.Rank == 1 && weight.DType == bias.DType && weight.Shape[1] == bias.Count
                && (layers.Count == 0 || weight.Shape[0] == layers[^1].Bias.Count);
            if (!follows)
                throw new FormatException($"layer {layers.Count + 1} has weights {weight.Shape} and biases {bias.Shape}, which do not fit");
            layers.Add((weight, bias));
        }
        return layers.Count > 0 ? layers : throw new FormatException("it has no layers");
    }

    private static JsonNode Required(JsonObject header, string name) => header[name] ?? throw new FormatException($"it has no {name}");

    private static string Numbered(string name, int index) => string.Create(CultureInfo.InvariantCulture, $"{name}.{index}");

    private static JsonNode? ToJson(object? value) => value switch
    {
        null => null,
        IEnumerable<int> sizes => new JsonArray([.. sizes.Select(size => (JsonNode)size)]),
        _ => JsonValue.Create(value),
    };

    private static object? Plain(JsonNode? node) => node switch
    {
        null => null,
        JsonArray sizes => sizes.Select(size => (int)size!).ToArray(),
        _ => node.GetValueKind() switch
        {
            JsonValueKind.String => (string)node!,
            JsonValueKind.True or JsonValueKind.False => (bool)node,
            _ => node.AsValue().TryGetValue<int>(out var whole) ? (object)whole : (double)node,
        },
    };
}
