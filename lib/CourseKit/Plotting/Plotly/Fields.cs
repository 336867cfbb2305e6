using System.Text.Json;
using System.Text.Json.Serialization;

namespace CourseKit.Plotting.Plotly;

/// <summary>A matrix as coloured cells.</summary>
public sealed record Heatmap : Trace
{
    /// <inheritdoc/>
    public override string Type => "heatmap";

    /// <summary>The middles of the columns; 0, 1, 2, … if null.</summary>
    public Values? X { get; init; }

    /// <summary>The middles of the rows, from the bottom up; 0, 1, 2, … if null.</summary>
    public Values? Y { get; init; }

    /// <summary>The numbers, (rows, columns); NaN is an empty cell.</summary>
    public double[,] Z { get; init; } = new double[0, 0];

    /// <summary>Text in each cell, (rows, columns), shown by <see cref="TextTemplate"/> <c>%{text}</c>.</summary>
    public string[,]? Text { get; init; }

    /// <summary>What stands in a cell, such as <c>%{text}</c>.</summary>
    public string? TextTemplate { get; init; }

    /// <summary>Size of the text in the cells.</summary>
    public Font? TextFont { get; init; }

    /// <summary>Colours from low to high.</summary>
    public ColorScale? ColorScale { get; init; }

    /// <summary>The number of the lowest colour; the smallest number if null.</summary>
    public double? ZMin { get; init; }

    /// <summary>The number of the highest colour; the largest number if null.</summary>
    public double? ZMax { get; init; }

    /// <summary>Whether a strip explains the colours. Default: yes.</summary>
    public bool? ShowScale { get; init; }

    /// <summary>The strip.</summary>
    public ColorBar? ColorBar { get; init; }

    /// <summary>Pixels between columns.</summary>
    public double? XGap { get; init; }

    /// <summary>Pixels between rows.</summary>
    public double? YGap { get; init; }
}

/// <summary>Lines of equal height.</summary>
public sealed record Contour : Trace
{
    /// <inheritdoc/>
    public override string Type => "contour";

    /// <summary>Where the columns stand; 0, 1, 2, … if null.</summary>
    public Values? X { get; init; }

    /// <summary>Where the rows stand; 0, 1, 2, … if null.</summary>
    public Values? Y { get; init; }

    /// <summary>Height at each crossing, (rows, columns).</summary>
    public double[,] Z { get; init; } = new double[0, 0];

    /// <summary>Which heights.</summary>
    public ContourLevels? Contours { get; init; }

    /// <summary>Whether Plotly chooses the heights; false where <see cref="Contours"/> names them.</summary>
    public bool? AutoContour { get; init; }

    /// <summary>The lines.</summary>
    public Line? Line { get; init; }

    /// <summary>Colours from low to high.</summary>
    public ColorScale? ColorScale { get; init; }

    /// <summary>The number of the lowest colour; the smallest height if null.</summary>
    public double? ZMin { get; init; }

    /// <summary>The number of the highest colour; the largest height if null.</summary>
    public double? ZMax { get; init; }

    /// <summary>Whether a strip explains the colours.</summary>
    public bool? ShowScale { get; init; }

    /// <summary>The strip.</summary>
    public ColorBar? ColorBar { get; init; }
}

/// <summary>The heights of a <see cref="Contour"/>.</summary>
public sealed record ContourLevels
{
    /// <summary>The lowest.</summary>
    public double? Start { get; init; }

    /// <summary>The highest.</summary>
    public double? End { get; init; }

    /// <summary>From one to the next.</summary>
    public double? Size { get; init; }

    /// <summary>
    /// <c>heatmap</c>: colours between lines; <c>lines</c>: coloured lines; <c>none</c>: lines in the colour of <see cref="Contour.Line"/>.
    /// </summary>
    public string? Coloring { get; init; }

    /// <summary>Properties that were read and have no member here.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; init; }
}

/// <summary>A picture whose pixels are cells of the axes; the vertical axis runs down.</summary>
public sealed record Image : Trace
{
    /// <inheritdoc/>
    public override string Type => "image";

    /// <summary>The picture as a data URI of a PNG.</summary>
    public string Source { get; init; } = "";

    /// <summary>Middle of the left-most pixels. Default 0.</summary>
    public double? X0 { get; init; }

    /// <summary>Middle of the topmost pixels. Default 0.</summary>
    public double? Y0 { get; init; }

    /// <summary>Width of a pixel. Default 1.</summary>
    public double? Dx { get; init; }

    /// <summary>Height of a pixel. Default 1.</summary>
    public double? Dy { get; init; }
}

/// <summary>Many numbers of each thing: one upright axis a number, one line a thing.</summary>
public sealed record ParallelCoordinates : Trace
{
    /// <inheritdoc/>
    public override string Type => "parcoords";

    /// <summary>The axes, left to right.</summary>
    public Dimension[] Dimensions { get; init; } = [];

    /// <summary>Colour of each line.</summary>
    public ScaledLine? Line { get; init; }
}

/// <summary>One axis of <see cref="ParallelCoordinates"/>.</summary>
public sealed record Dimension
{
    /// <summary>What it measures.</summary>
    public string? Label { get; init; }

    /// <summary>The number of each thing.</summary>
    public double[] Values { get; init; } = [];

    /// <summary>The lowest and the highest number of the axis.</summary>
    public double[]? Range { get; init; }

    /// <summary>The numbers that are named.</summary>
    public double[]? TickVals { get; init; }

    /// <summary>Their names.</summary>
    public string[]? TickText { get; init; }

    /// <summary>Properties that were read and have no member here.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; init; }
}

/// <summary>Lines coloured by a number each.</summary>
public sealed record ScaledLine
{
    /// <summary>The number of each line.</summary>
    public double[]? Color { get; init; }

    /// <summary>Colours from low to high.</summary>
    public ColorScale? ColorScale { get; init; }

    /// <summary>The number of the lowest colour.</summary>
    public double? CMin { get; init; }

    /// <summary>The number of the highest colour.</summary>
    public double? CMax { get; init; }

    /// <summary>Whether a strip explains the colours.</summary>
    public bool? ShowScale { get; init; }

    /// <summary>The strip.</summary>
    public ColorBar? ColorBar { get; init; }

    /// <summary>Properties that were read and have no member here.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; init; }
}
