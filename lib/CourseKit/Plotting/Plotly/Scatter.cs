using System.Text.Json.Serialization;

namespace CourseKit.Plotting.Plotly;

/// <summary>Points, lines through them, or text at them.</summary>
public sealed record Scatter : Trace
{
    /// <inheritdoc/>
    public override string Type => "scatter";

    /// <summary>Where the points stand; 0, 1, 2, … if null.</summary>
    public Values? X { get; init; }

    /// <summary>How high the points stand; NaN and infinities are gaps.</summary>
    public Values Y { get; init; } = Values.None;

    /// <summary>What is drawn. Default: lines.</summary>
    public ScatterMode Mode { get; init; } = ScatterMode.Lines;

    /// <summary>The line through the points.</summary>
    public Line? Line { get; init; }

    /// <summary>The sign at each point.</summary>
    public Marker? Marker { get; init; }

    /// <summary>How far each point is uncertain, up and down.</summary>
    [JsonPropertyName("error_y")]
    public ErrorBars? ErrorY { get; init; }

    /// <summary>How far each point is uncertain, to the left and to the right.</summary>
    [JsonPropertyName("error_x")]
    public ErrorBars? ErrorX { get; init; }

    /// <summary>Text at each point, with a mode that has text.</summary>
    public string[]? Text { get; init; }

    /// <summary>Where the text stands: <c>top center</c>, <c>middle right</c> and so on. Default <c>middle center</c>.</summary>
    public string? TextPosition { get; init; }

    /// <summary><c>tozeroy</c> fills to zero, <c>tonexty</c> to the trace before this one.</summary>
    public string? Fill { get; init; }

    /// <summary>Colour of the filling, as in CSS.</summary>
    public string? FillColor { get; init; }
}

/// <summary>What a <see cref="Scatter"/> draws.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ScatterMode>))]
public enum ScatterMode
{
    /// <summary>Lines from point to point.</summary>
    [JsonStringEnumMemberName("lines")] Lines,

    /// <summary>A sign at each point.</summary>
    [JsonStringEnumMemberName("markers")] Markers,

    /// <summary>Lines, and a sign at each point.</summary>
    [JsonStringEnumMemberName("lines+markers")] LinesMarkers,

    /// <summary>Text at each point.</summary>
    [JsonStringEnumMemberName("text")] Text,

    /// <summary>A sign and text at each point.</summary>
    [JsonStringEnumMemberName("markers+text")] MarkersText,
}
