using System.Net;
using CourseKit.Autograd;
using CourseKit.Display;
using static System.FormattableString;

namespace CourseKit.Keras;

/// <summary>The table of layers that Keras prints (<c>keras/utils/layer_utils.py</c>, <c>print_summary</c>).</summary>
internal sealed class ModelSummary : RichView
{
    private const int LineLength = 65;
    private static readonly int[] Columns = [(int)(LineLength * 0.45), (int)(LineLength * 0.85), LineLength];
    private static readonly string[] Headings = ["Layer (type)", "Output Shape", "Param #"];

    private readonly string _name;
    private readonly Network _network;
    private readonly SummaryFormat _format;

    public ModelSummary(string name, Network network, SummaryFormat format) => (_name, _network, _format) = (name, network, format);

    public override string ToText()
    {
        string rule = new('_', LineLength), heavy = new('=', LineLength);
        List<string> lines = [$"Model: \"{_name}\"", rule, .. Row(Headings), heavy];
        foreach (var (i, layer) in _network.Layers.Index())
        {
            lines.AddRange(Row(Cells(layer)));
            if (_format == SummaryFormat.WithSizes)
                lines.Add(new string(' ', LineLength));
            else if (i < _network.Layers.Count - 1)
                lines.Add(rule);
        }
        return string.Join('\n', [.. lines, heavy, .. Totals(), rule]);
    }

    public override string ToHtml()
    {
        var table = new Table(Headings) { Title = $"Model: \"{_name}\"" };
        foreach (var layer in _network.Layers)
            table.Add($"{layer.Name} ({layer.Layer.GetType().Name})", OutputOf(layer), CountOf(layer));
        return $"{table.ToHtml()}<p style=\"font-size:90%;margin:.5em 0\">{string.Join("<br>", Totals().Select(WebUtility.HtmlEncode))}</p>";
    }

    public override string ToString() => Invariant($"Model \"{_name}\": {_network.Layers.Count} layers, {Count(_ => true)} weights");

    private static string[] Cells(BuiltLayer layer) =>
        [$"{layer.Name} ({layer.Layer.GetType().Name})", OutputOf(layer), CountOf(layer).ToString(CultureInfo.InvariantCulture)];

    private static string OutputOf(BuiltLayer layer) => $"(None, {string.Join(", ", layer.Output)})";

    private static int CountOf(BuiltLayer layer) => layer.Weights.Sum(weight => weight.Value.Count);

    private IEnumerable<string> Row(string[] cells) => _format == SummaryFormat.WithSizes ? Wrapped(cells) : [Cut(cells)];

    /// <summary>Earlier releases cut what is too long.</summary>
    private static string Cut(string[] cells)
    {
        var line = "";
        for (var i = 0; i < cells.Length; i++)
        {
            line = (i > 0 ? line[..^1] + " " : "") + cells[i];
            line = line[..Math.Min(line.Length, Columns[i])].PadRight(Columns[i]);
        }
        return line;
    }

    /// <summary>Later ones go on in the next line, and begin each line with a space.</summary>
    private static IEnumerable<string> Wrapped(string[] cells)
    {
        string[] left = [.. cells];
        while (left.Any(cell => cell.Length > 0))
        {
            var line = " ";
            for (var i = 0; i < left.Length; i++)
            {
                var room = Columns[i] - (i == 0 ? 0 : Columns[i - 1]) - (i < left.Length - 1 ? 2 : 0);
                var part = left[i][..Math.Min(room, left[i].Length)];
                left[i] = left[i][part.Length..];
                line = (line + part + (i < left.Length - 1 ? "  " : "")).PadRight(Columns[i]);
            }
            yield return line;
        }
    }

    private string[] Totals() =>
    [
        $"Total params: {Total(_ => true)}",
        $"Trainable params: {Total(weight => weight.IsTrainable)}",
        $"Non-trainable params: {Total(weight => !weight.IsTrainable)}",
    ];

    private string Total(Func<LayerWeight, bool> which)
    {
        var count = Count(which);
        return _format == SummaryFormat.WithSizes
            ? Invariant($"{count} ({SizeOf((double)count * (_network.DType == DType.Float32 ? sizeof(float) : sizeof(double)))})")
            : Invariant($"{count:#,0}");
    }

    private int Count(Func<LayerWeight, bool> which) => _network.Weights.Where(which).Sum(weight => weight.Value.Count);

    private static string SizeOf(double bytes)
    {
        string[] units = ["Byte", "KB", "MB", "GB"];
        var unit = 0;
        while (bytes >= 1024 && unit < units.Length - 1)
            (bytes, unit) = (bytes / 1024, unit + 1);
        return Invariant($"{bytes:0.00} {units[unit]}");
    }
}
