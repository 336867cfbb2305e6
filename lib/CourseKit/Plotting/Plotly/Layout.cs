using System.Text.Json;
using System.Text.Json.Serialization;

namespace CourseKit.Plotting.Plotly;

/// <summary>All of a figure that is not data.</summary>
public sealed record Layout
{
    /// <summary>The line above the figure.</summary>
    public Title? Title { get; init; }

    /// <summary>Width in pixels. Default 600 where this library draws.</summary>
    public double? Width { get; init; }

    /// <summary>Height in pixels. Default 380 where this library draws.</summary>
    public double? Height { get; init; }

    /// <summary>Whether there is a legend. Default: with more than one named trace.</summary>
    public bool? ShowLegend { get; init; }

    /// <summary>Where the legend stands.</summary>
    public Legend? Legend { get; init; }

    /// <summary><c>group</c> (default), <c>stack</c> or <c>overlay</c>.</summary>
    public string? BarMode { get; init; }

    /// <summary>Share of a bar's place that stays empty. Default 0.2.</summary>
    public double? BarGap { get; init; }

    /// <summary>Empty space around the plot for Plotly; this library measures its own.</summary>
    public Margin? Margin { get; init; }

    /// <summary>The axes by Plotly's names: <c>xaxis</c>, <c>yaxis</c>, <c>xaxis2</c>, ….</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, Axis> Axes { get; init; } = new Dictionary<string, Axis>();

    /// <summary>Texts, with or without an arrow.</summary>
    public Annotation[]? Annotations { get; init; }

    /// <summary>Lines and rectangles.</summary>
    public Shape[]? Shapes { get; init; }

    /// <summary>What the figure says in words, and anything else that a figure carries.</summary>
    public Meta? Meta { get; init; }

    /// <summary>Properties that were read and have no member here.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; init; }

    /// <summary>The axis that a trace names by <c>x</c>, <c>y2</c>, …; one with default settings where the layout has none.</summary>
    internal Axis AxisOf(string id) => Axes.TryGetValue(NameOf(id), out var axis) ? axis : new Axis();

    /// <summary><c>x2</c> → <c>xaxis2</c>.</summary>
    internal static string NameOf(string id) => $"{id[0]}axis{id[1..]}";
}

/// <summary>Where the legend stands.</summary>
public sealed record Legend
{
    /// <summary><c>h</c>: side by side above the plot. <c>v</c> (default): one below the other at its right.</summary>
    public string? Orientation { get; init; }

    /// <summary>Position for Plotly, 0 left … 1 right of the plot.</summary>
    public double? X { get; init; }

    /// <summary>Position for Plotly, 0 bottom … 1 top of the plot.</summary>
    public double? Y { get; init; }

    /// <summary>Which side of the legend stands at <see cref="X"/>.</summary>
    public string? XAnchor { get; init; }

    /// <summary>Which side of the legend stands at <see cref="Y"/>.</summary>
    public string? YAnchor { get; init; }

    /// <summary>Properties that were read and have no member here.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; init; }
}

/// <summary>Empty space in pixels.</summary>
/// <param name="L">Left.</param>
/// <param name="R">Right.</param>
/// <param name="T">Above.</param>
/// <param name="B">Below.</param>
public sealed record Margin(double? L = null, double? R = null, double? T = null, double? B = null)
{
    /// <summary>Properties that were read and have no member here.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; init; }
}

/// <summary>What Plotly carries along without drawing it.</summary>
public sealed record Meta
{
    /// <summary>What the figure shows, in words and numbers.</summary>
    public string? Description { get; init; }

    /// <summary>Properties that were read and have no member here.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; init; }
}

/// <summary>Text at a point.</summary>
public sealed record Annotation
{
    /// <summary>The text.</summary>
    public string Text { get; init; } = "";

    /// <summary>Where, in units of <see cref="XRef"/>: a number, or the name of a category.</summary>
    public Coordinate X { get; init; }

    /// <summary>How high, in units of <see cref="YRef"/>.</summary>
    public Coordinate Y { get; init; }

    /// <summary><c>x2</c> is an axis, <c>x2 domain</c> its length from 0 to 1, <c>paper</c> the plot's width from 0 to 1.</summary>
    public string? XRef { get; init; }

    /// <summary><c>y2</c> is an axis, <c>y2 domain</c> its length from 0 to 1, <c>paper</c> the plot's height from 0 to 1.</summary>
    public string? YRef { get; init; }

    /// <summary>Whether an arrow points from the text to the point. Plotly's default is yes.</summary>
    public bool ShowArrow { get; init; }

    /// <summary>Pixels from the point to the text, to the right; only with an arrow.</summary>
    public double? Ax { get; init; }

    /// <summary>Pixels from the point to the text, down; only with an arrow.</summary>
    public double? Ay { get; init; }

    /// <summary>Which side of the text stands at the point: <c>left</c>, <c>center</c> (default), <c>right</c>.</summary>
    public string? XAnchor { get; init; }

    /// <summary>Which side of the text stands at the point: <c>top</c>, <c>middle</c> (default), <c>bottom</c>.</summary>
    public string? YAnchor { get; init; }

    /// <summary>Pixels to the right of where it would stand.</summary>
    public double? XShift { get; init; }

    /// <summary>Pixels above where it would stand.</summary>
    public double? YShift { get; init; }

    /// <summary>Degrees clockwise.</summary>
    public double? TextAngle { get; init; }

    /// <summary>Colour behind the text, as in CSS; none if null.</summary>
    public string? BgColor { get; init; }

    /// <summary>Size and colour.</summary>
    public Font? Font { get; init; }

    /// <summary>Properties that were read and have no member here.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; init; }
}

/// <summary>A line or a rectangle between two points.</summary>
public sealed record Shape
{
    /// <summary><c>line</c> or <c>rect</c>.</summary>
    public string Type { get; init; } = "line";

    /// <summary>See <see cref="Annotation.XRef"/>.</summary>
    public string? XRef { get; init; }

    /// <summary>See <see cref="Annotation.YRef"/>.</summary>
    public string? YRef { get; init; }

    /// <summary>Left, or where the line begins.</summary>
    public Coordinate X0 { get; init; }

    /// <summary>Bottom, or where the line begins.</summary>
    public Coordinate Y0 { get; init; }

    /// <summary>Right, or where the line ends.</summary>
    public Coordinate X1 { get; init; }

    /// <summary>Top, or where the line ends.</summary>
    public Coordinate Y1 { get; init; }

    /// <summary>The line, or the outline.</summary>
    public Line? Line { get; init; }

    /// <summary>Colour of the filling, as in CSS.</summary>
    public string? FillColor { get; init; }

    /// <summary>0 invisible … 1 opaque.</summary>
    public double? Opacity { get; init; }

    /// <summary><c>below</c> or <c>above</c> (default) the traces.</summary>
    public string? Layer { get; init; }

    /// <summary>Properties that were read and have no member here.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; init; }
}
