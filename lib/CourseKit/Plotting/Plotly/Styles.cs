using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CourseKit.Plotting.Plotly;

/// <summary>How a line is drawn.</summary>
public sealed record Line
{
    /// <summary>Colour, as in CSS.</summary>
    public string? Color { get; init; }

    /// <summary>Width in pixels. Default 2.</summary>
    public double? Width { get; init; }

    /// <summary><c>solid</c>, <c>dot</c>, <c>dash</c>, <c>longdash</c>, <c>dashdot</c>, or lengths such as <c>6px,2px</c>.</summary>
    public string? Dash { get; init; }

    /// <summary>Properties that were read and have no member here.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; init; }
}

/// <summary>The sign at a point, or the filling of a bar.</summary>
public sealed record Marker
{
    /// <summary>Colour, as in CSS.</summary>
    public string? Color { get; init; }

    /// <summary>Diameter in pixels. Default 6.</summary>
    public double? Size { get; init; }

    /// <summary>
    /// <c>circle</c>, <c>square</c>, <c>diamond</c>, <c>cross</c>, <c>x</c>, <c>triangle-up</c>, <c>triangle-down</c>, <c>star</c>;
    /// with <c>-open</c> only the outline.
    /// </summary>
    public string? Symbol { get; init; }

    /// <summary>0 invisible … 1 opaque.</summary>
    public double? Opacity { get; init; }

    /// <summary>The outline.</summary>
    public Line? Line { get; init; }

    /// <summary>Properties that were read and have no member here.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; init; }
}

/// <summary>Uncertainty of each value, the same up and down.</summary>
public sealed record ErrorBars
{
    /// <summary>Plotly's word for: the lengths are given one by one.</summary>
    public string Type { get; init; } = "data";

    /// <summary>Length of each bar, in units of the axis.</summary>
    public double[]? Array { get; init; }

    /// <summary>Whether they are drawn.</summary>
    public bool? Visible { get; init; }

    /// <summary>Colour, as in CSS.</summary>
    public string? Color { get; init; }

    /// <summary>Properties that were read and have no member here.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; init; }
}

/// <summary>Size and colour of text.</summary>
public sealed record Font
{
    /// <summary>Height in pixels.</summary>
    public double? Size { get; init; }

    /// <summary>Colour, as in CSS; the page's own if null.</summary>
    public string? Color { get; init; }

    /// <summary>Properties that were read and have no member here.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; init; }
}

/// <summary>A line of text with its size.</summary>
public sealed record Title
{
    /// <summary>The text.</summary>
    public string? Text { get; init; }

    /// <summary>Its size.</summary>
    public Font? Font { get; init; }

    /// <summary>A smaller line below it.</summary>
    public Title? Subtitle { get; init; }

    /// <summary>Where a figure's title begins in Plotly, 0 left … 1 right.</summary>
    public double? X { get; init; }

    /// <summary>Where a figure's title stands in Plotly, 0 bottom … 1 top.</summary>
    public double? Y { get; init; }

    /// <summary>Which side of the title stands at <see cref="Y"/>: <c>top</c>.</summary>
    public string? YAnchor { get; init; }

    /// <summary>Empty space around the title in Plotly.</summary>
    public Margin? Pad { get; init; }

    /// <summary>Properties that were read and have no member here.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; init; }

    /// <summary>A title of this text; none where there is no text.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator Title?(string? text) => text is null ? null : new() { Text = text };
}

/// <summary>The strip that says which colour is which number.</summary>
public sealed record ColorBar
{
    /// <summary>What the colours stand for.</summary>
    public Title? Title { get; init; }

    /// <summary>The numbers that are named.</summary>
    public double[]? TickVals { get; init; }

    /// <summary>Their names.</summary>
    public string[]? TickText { get; init; }

    /// <summary>Properties that were read and have no member here.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; init; }
}
