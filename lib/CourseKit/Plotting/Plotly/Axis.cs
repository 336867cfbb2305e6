using System.Text.Json;
using System.Text.Json.Serialization;

namespace CourseKit.Plotting.Plotly;

/// <summary>An axis: its scale, its numbers, its name.</summary>
public sealed record Axis
{
    /// <summary>What it measures, with the unit.</summary>
    public Title? Title { get; init; }

    /// <summary>From number to length; found from the data if null.</summary>
    public AxisType? Type { get; init; }

    /// <summary>Its two ends, in exponents of ten on a log axis, in indices on a category axis; found from the data if null.</summary>
    public double[]? Range { get; init; }

    /// <summary><c>reversed</c>: from right to left, or down.</summary>
    public string? AutoRange { get; init; }

    /// <summary>The share of the figure that it spans, from 0 to 1.</summary>
    public double[]? Domain { get; init; }

    /// <summary>The axis that it crosses. Default: the one of the same number.</summary>
    public string? Anchor { get; init; }

    /// <summary>An axis with the same length of a unit, so that squares stay squares.</summary>
    public string? ScaleAnchor { get; init; }

    /// <summary>What gives way for <see cref="ScaleAnchor"/>: <c>domain</c> or <c>range</c>.</summary>
    public string? Constrain { get; init; }

    /// <summary>An axis with the same range.</summary>
    public string? Matches { get; init; }

    /// <summary>Where labels stand; found if null.</summary>
    public double[]? TickVals { get; init; }

    /// <summary>The labels at <see cref="TickVals"/>.</summary>
    public string[]? TickText { get; init; }

    /// <summary>From label to label.</summary>
    public double? DTick { get; init; }

    /// <summary>Plotly's (d3's) format of the numbers: <c>.0%</c> for percent, <c>d</c> for whole numbers.</summary>
    public string? TickFormat { get; init; }

    /// <summary>Degrees clockwise that the labels are turned.</summary>
    public double? TickAngle { get; init; }

    /// <summary>Whether there are labels. Default: yes.</summary>
    public bool? ShowTickLabels { get; init; }

    /// <summary>Whether lines cross the plot at the labels. Default: yes.</summary>
    public bool? ShowGrid { get; init; }

    /// <summary>Whether a line marks zero.</summary>
    public bool? ZeroLine { get; init; }

    /// <summary>Whether anything of the axis is shown. Default: yes.</summary>
    public bool? Visible { get; init; }

    /// <summary>Lets Plotly make room for the labels; this library always does.</summary>
    public bool? AutoMargin { get; init; }

    /// <summary>Properties that were read and have no member here.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; init; }
}

/// <summary>From number to length.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AxisType>))]
public enum AxisType
{
    /// <summary>Equal steps for equal differences.</summary>
    [JsonStringEnumMemberName("linear")] Linear,

    /// <summary>Equal steps for equal ratios.</summary>
    [JsonStringEnumMemberName("log")] Log,

    /// <summary>Equal steps from name to name.</summary>
    [JsonStringEnumMemberName("category")] Category,
}
