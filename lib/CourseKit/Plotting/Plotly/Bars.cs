using System.Text.Json;
using System.Text.Json.Serialization;

namespace CourseKit.Plotting.Plotly;

/// <summary>Bars from zero.</summary>
public sealed record Bar : Trace
{
    /// <inheritdoc/>
    public override string Type => "bar";

    /// <summary>Where the bars stand; lengths where <see cref="Orientation"/> is <c>h</c>.</summary>
    public Values? X { get; init; }

    /// <summary>How long the bars are; where they stand where <see cref="Orientation"/> is <c>h</c>.</summary>
    public Values Y { get; init; } = Values.None;

    /// <summary><c>v</c> upright (default) or <c>h</c> lying.</summary>
    public string? Orientation { get; init; }

    /// <summary>Filling and outline.</summary>
    public Marker? Marker { get; init; }

    /// <summary>Uncertainty of upright bars.</summary>
    [JsonPropertyName("error_y")]
    public ErrorBars? ErrorY { get; init; }

    /// <summary>Uncertainty of lying bars.</summary>
    [JsonPropertyName("error_x")]
    public ErrorBars? ErrorX { get; init; }

    /// <summary>Text at the end of each bar.</summary>
    public string[]? Text { get; init; }

    /// <summary><c>outside</c>, <c>inside</c>, <c>auto</c> or <c>none</c>.</summary>
    public string? TextPosition { get; init; }

    /// <summary>Width of a bar in units of its axis; shares the room with the other traces if null.</summary>
    public double? Width { get; init; }
}

/// <summary>How often values fall into each of equal intervals.</summary>
public sealed record Histogram : Trace
{
    /// <inheritdoc/>
    public override string Type => "histogram";

    /// <summary>The values; NaN is left out.</summary>
    public Values X { get; init; } = Values.None;

    /// <summary><c>probability</c> for shares instead of counts.</summary>
    public string? HistNorm { get; init; }

    /// <summary>The intervals; chosen from the values if null.</summary>
    public Bins? XBins { get; init; }

    /// <summary>Filling and outline.</summary>
    public Marker? Marker { get; init; }
}

/// <summary>Equal intervals from <see cref="Start"/> to <see cref="End"/>.</summary>
public sealed record Bins
{
    /// <summary>Where the first begins.</summary>
    public double Start { get; init; }

    /// <summary>Where the last ends.</summary>
    public double End { get; init; }

    /// <summary>Width of one.</summary>
    public double Size { get; init; }

    /// <summary>Properties that were read and have no member here.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; init; }
}

/// <summary>Median, quartiles and range of values (Tukey's box: whiskers reach the last value within 1.5 interquartile ranges).</summary>
public sealed record Box : Trace
{
    /// <inheritdoc/>
    public override string Type => "box";

    /// <summary>Which box each value belongs to; one box, named after the trace, if null.</summary>
    public Values? X { get; init; }

    /// <summary>The values.</summary>
    public Values Y { get; init; } = Values.None;

    /// <summary><c>outliers</c> (default), <c>all</c>, or <c>false</c> in foreign figures.</summary>
    public string? BoxPoints { get; init; }

    /// <summary>The sign of a single value.</summary>
    public Marker? Marker { get; init; }

    /// <summary>The outline.</summary>
    public Line? Line { get; init; }

    /// <summary>Colour of the filling, as in CSS.</summary>
    public string? FillColor { get; init; }
}
