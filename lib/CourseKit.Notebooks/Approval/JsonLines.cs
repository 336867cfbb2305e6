using System.Globalization;
using System.Text.Json;
using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Approval;

/// <summary>JSON as a line for each value: <c>data[0].y: 240 numbers from …</c>. Long lists of numbers, such as the curves of a figure, are summed up.</summary>
/// <param name="origin">Whether it was displayed, or is the result.</param>
/// <param name="isFigure">Whether it is a figure of Plotly's: of its layout, which the drawing beside it shows, only the words are kept.</param>
internal sealed class JsonLines(string origin, bool isFigure)
{
    public const string Figure = "application/vnd.plotly.v1+json";

    private const int LongText = 200;

    private readonly List<string> _lines = [];
    private readonly List<OutputBlock> _pictures = [];

    /// <summary>The lines, and the pictures that stand in the JSON.</summary>
    public static IEnumerable<OutputBlock> Of(string origin, string mime, string json)
    {
        if (!JsonText.TryParse(json, out var root))
            return [OutputBlock.Text($"{origin} {mime}", json)];
        var lines = new JsonLines(origin, mime == Figure);
        lines.Add("", root);
        return [new OutputBlock($"{origin} {mime}", TextLines.Of(string.Join('\n', lines._lines))), .. lines._pictures];
    }

    private void Add(string path, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                    Add(path.Length == 0 ? member.Name : $"{path}.{member.Name}", member.Value);
                break;
            case JsonValueKind.Array when Numbers(value) is { Count: > 0 } numbers:
                Line(path, NumberList.Of(numbers));
                break;
            case JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String):
                Line(path, Short(string.Join(" · ", value.EnumerateArray().Select(item => item.GetString()))));
                break;
            case JsonValueKind.Array:
                foreach (var (index, item) in value.EnumerateArray().Index())
                    Add(string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"), item);
                break;
            case JsonValueKind.String:
                AddText(path, value.GetString()!);
                break;
            default:
                Line(path, value.GetRawText());
                break;
        }
    }

    private void AddText(string path, string text)
    {
        if (PictureData.OfAddress(origin, text) is { } picture)
            _pictures.Add(picture);
        else
            Line(path, Short(text));
    }

    private void Line(string path, string text)
    {
        if (!isFigure || !path.StartsWith("layout.", StringComparison.Ordinal) || path.EndsWith(".text", StringComparison.Ordinal))
            _lines.Add($"{(path.Length == 0 ? "value" : path)}: {text.ReplaceLineEndings(" ⏎ ")}");
    }

    private static string Short(string text) => text.Length <= LongText ? text : $"{text[..(LongText / 2)]} … {PictureData.Digest(text)}";

    /// <summary>The numbers of a list, or of a table of numbers; null where it holds anything else. <c>null</c> stands for what is no number.</summary>
    private static List<double>? Numbers(JsonElement list)
    {
        var numbers = new List<double>();
        return Collect(list, numbers) && numbers.Exists(double.IsFinite) ? numbers : null;
    }

    private static bool Collect(JsonElement value, List<double> numbers)
    {
        if (value.ValueKind == JsonValueKind.Array)
            return value.EnumerateArray().All(item => Collect(item, numbers));
        if (value.ValueKind is not (JsonValueKind.Number or JsonValueKind.Null))
            return false;
        numbers.Add(value.ValueKind == JsonValueKind.Number ? value.GetDouble() : double.NaN);
        return true;
    }
}
