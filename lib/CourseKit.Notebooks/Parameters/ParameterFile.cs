using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CourseKit.Notebooks.Parameters;

/// <summary>Parameters in a file: one JSON object, or one YAML mapping, of names and values.</summary>
public static partial class ParameterFile
{
    /// <summary>Reads a file; <c>.yaml</c> and <c>.yml</c> are YAML, any other is JSON.</summary>
    /// <exception cref="ParameterException">It is not there, or holds something else.</exception>
    public static IReadOnlyDictionary<string, ParameterValue> Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            var text = File.ReadAllText(path);
            var node = Path.GetExtension(path).ToLowerInvariant() is ".yaml" or ".yml" ? Yaml(text) : JsonNode.Parse(text);
            return node is JsonObject entries
                ? entries.ToDictionary(entry => entry.Key, entry => new ParameterValue(entry.Value?.ToJsonString() ?? "null", IsJson: true))
                : throw new ParameterException($"{path}: names with values are required; there is {(node is null ? "nothing" : "something else")}. Write {{\"epochs\": 5}}.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException or YamlException or ArgumentException)
        {
            throw new ParameterException($"{path}: a readable file of parameters, JSON or YAML, is required. {error.Message}");
        }
    }

    private static JsonNode? Yaml(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents.Count == 0 ? null : Node(stream.Documents[0].RootNode);
    }

    private static JsonNode? Node(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(child => KeyValuePair.Create(child.Key.ToString(), Node(child.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(Node)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: var word } => Scalar(word ?? ""),
        YamlScalarNode text => JsonValue.Create(text.Value),
        _ => null,
    };

    /// <summary>A word without quotes has a type by its form: YAML 1.2, core schema.</summary>
    private static JsonValue? Scalar(string word) => word switch
    {
        "" or "~" or "null" or "Null" or "NULL" => null,
        "true" or "True" or "TRUE" => JsonValue.Create(true),
        "false" or "False" or "FALSE" => JsonValue.Create(false),
        ".nan" or ".NaN" or ".NAN" => JsonValue.Create("NaN"),
        ".inf" or ".Inf" or ".INF" or "+.inf" or "+.Inf" => JsonValue.Create("Infinity"),
        "-.inf" or "-.Inf" or "-.INF" => JsonValue.Create("-Infinity"),
        _ when Integer().IsMatch(word) && decimal.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => JsonValue.Create(whole),
        _ when Number().IsMatch(word) => JsonValue.Create(double.Parse(word, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(word),
    };

    [GeneratedRegex(@"^[-+]?[0-9]+$")]
    private static partial Regex Integer();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")]
    private static partial Regex Number();
}
