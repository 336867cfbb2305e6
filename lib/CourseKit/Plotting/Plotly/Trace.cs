using System.Text.Json;
using System.Text.Json.Serialization;

namespace CourseKit.Plotting.Plotly;

/// <summary>One set of data in a figure and how it is drawn. Names and meanings are those of Plotly's figure schema.</summary>
/// <remarks>Texts are Plotly's: <c>&lt;br&gt;</c> breaks a line, <c>&lt;b&gt;</c> is bold, <c>&amp;lt;</c> is a less-than sign (<see
/// cref="PlotlyText.Encode"/>).</remarks>
public abstract record Trace
{
    /// <summary>Plotly's name of the kind of trace.</summary>
    [JsonPropertyOrder(-9)]
    public abstract string Type { get; }

    /// <summary>The trace's name in the legend.</summary>
    [JsonPropertyOrder(-8)]
    public string? Name { get; init; }

    /// <summary>Whether the legend names the trace. Default: yes, where the figure has a legend and the trace a name.</summary>
    [JsonPropertyOrder(10)]
    public bool? ShowLegend { get; init; }

    /// <summary>Traces of one group are switched on and off together; the legend need name only one of them.</summary>
    [JsonPropertyOrder(10)]
    public string? LegendGroup { get; init; }

    /// <summary>The horizontal axis, <c>x</c> (default) or <c>x2</c>, <c>x3</c>, ….</summary>
    [JsonPropertyOrder(10)]
    public string? XAxis { get; init; }

    /// <summary>The vertical axis, <c>y</c> (default) or <c>y2</c>, <c>y3</c>, ….</summary>
    [JsonPropertyOrder(10)]
    public string? YAxis { get; init; }

    /// <summary>0 invisible … 1 opaque, the default.</summary>
    [JsonPropertyOrder(10)]
    public double? Opacity { get; init; }

    /// <summary>What the pointer is told: <c>skip</c> for nothing.</summary>
    [JsonPropertyOrder(10)]
    public string? HoverInfo { get; init; }

    /// <summary>What the pointer is told, with <c>%{x}</c>, <c>%{y}</c>, <c>%{z}</c>, <c>%{text}</c> and <c>&lt;extra&gt;</c>.</summary>
    [JsonPropertyOrder(10)]
    public string? HoverTemplate { get; init; }

    /// <summary>Properties that were read and have no member here; written back as they were.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; init; }
}

/// <summary>
/// A trace that was read from JSON and that this model cannot hold: kept and written back as it was, not drawn without Plotly.
/// </summary>
/// <param name="Json">The whole trace.</param>
public sealed record OtherTrace(JsonElement Json) : Trace
{
    /// <inheritdoc/>
    public override string Type =>
        Json.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString()! : "scatter";
}
