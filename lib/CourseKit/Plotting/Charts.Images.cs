using CourseKit.Plotting.Drawing;
using CourseKit.Plotting.Plotly;

namespace CourseKit.Plotting;

/// <summary>What a chart of small pictures may be told.</summary>
public sealed record ImageGridOptions : ChartOptions
{
    /// <summary>Pictures in a row; as many as fit into 600 pixels if null.</summary>
    public int? Columns { get; init; }

    /// <summary>Width of a picture on the screen in pixels; 48 to 72 if null. Range ≥ 8.</summary>
    public double? CellSize { get; init; }
}

/// <summary>What pictures of weights may be told.</summary>
public sealed record WeightOptions : ChartOptions
{
    /// <summary>Which units; the first 25 if null.</summary>
    public IReadOnlyList<int>? Units { get; init; }

    /// <summary>
    /// Colours from the most negative to the most positive weight. Default: orange to blue; <see cref="ColorScale.Greys"/> for grey.
    /// </summary>
    public ColorScale? Colors { get; init; }

    /// <summary>Pictures in a row; as many as fit if null.</summary>
    public int? Columns { get; init; }

    /// <summary>Width of a picture on the screen in pixels; 48 to 72 if null. Range ≥ 8.</summary>
    public double? CellSize { get; init; }
}

public static partial class Charts
{
    private const int MostUnits = 25;

    /// <summary>
    /// Pictures with their names below; where the predicted name is not the true one, both stand there and the picture is framed.
    /// </summary>
    /// <param name="images">Each (rows, columns), all of one size, 0 paper … 255 ink; ink is drawn dark.</param>
    /// <param name="trueNames">The name of each, or null for no captions.</param>
    /// <param name="predictedNames">What a classifier took each for, or null.</param>
    /// <param name="options">Titles and size.</param>
    /// <exception cref="ArgumentException">There is no picture, the sizes differ, or there is not one name a picture.</exception>
    public static Figure ImageGrid(IReadOnlyList<byte[,]> images, IReadOnlyList<string>? trueNames = null,
        IReadOnlyList<string>? predictedNames = null,
        ImageGridOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(images);
        options ??= new ImageGridOptions();
        CheckImages(images, trueNames, predictedNames, options);
        bool IsWrong(int i) => trueNames is not null && predictedNames is not null && trueNames[i] != predictedNames[i];
        string[] Caption(int i) => IsWrong(i) ? [$"✗ {PlotlyText.Encode(predictedNames![i])}", $"is {PlotlyText.Encode(trueNames![i])}"]
            : (trueNames ?? predictedNames) is { } names ? [PlotlyText.Encode(names[i])] : [];

        var captions = Enumerable.Range(0, images.Count).Select(Caption).ToArray();
        var wrong = Enumerable.Range(0, images.Count).Where(IsWrong).ToArray();
        var words = string.Create(CultureInfo.InvariantCulture,
            $"{images.Count} picture{(images.Count == 1 ? "" : "s")} of {images[0].GetLength(1)}×{images[0].GetLength(0)} pixels") +
            (trueNames is null ? "."
            : predictedNames is null ? $": {ChartParts.FirstOf(trueNames, 10)}."
            : wrong.Length == 0 ? ", all named rightly."
            : $", {wrong.Length} named wrongly: {ChartParts.FirstOf(wrong.Select(i => $"{trueNames[i]} as {predictedNames[i]}"), 10)}.");
        return new Mosaic([.. images.Select(Ink)], captions, options.Columns, options.CellSize)
            .ToFigure(ChartParts.Layout(options, predictedNames is null ? "Images" : "Predictions", words), IsWrong);
    }

    /// <summary>Pictures with their labels below.</summary>
    /// <param name="images">Each (rows, columns), all of one size, 0 paper … 255 ink; ink is drawn dark.</param>
    /// <param name="trueLabels">The label of each.</param>
    /// <param name="options">Titles and size.</param>
    /// <exception cref="ArgumentException">There is no picture, the sizes differ, or there is not one label a picture.</exception>
    public static Figure ImageGrid(IReadOnlyList<byte[,]> images, IReadOnlyList<int> trueLabels, ImageGridOptions? options = null) =>
        ImageGrid(images, Numbers(trueLabels), null, options);

    /// <summary>
    /// Pictures with their labels below; where the predicted label is not the true one, both stand there and the picture is framed.
    /// </summary>
    /// <param name="images">Each (rows, columns), all of one size, 0 paper … 255 ink; ink is drawn dark.</param>
    /// <param name="trueLabels">The label of each.</param>
    /// <param name="predictedLabels">What a classifier took each for.</param>
    /// <param name="options">Titles and size.</param>
    /// <exception cref="ArgumentException">There is no picture, the sizes differ, or there are not two labels a picture.</exception>
    public static Figure ImageGrid(IReadOnlyList<byte[,]> images, IReadOnlyList<int> trueLabels, IReadOnlyList<int> predictedLabels,
        ImageGridOptions? options = null) =>
        ImageGrid(images, Numbers(trueLabels), Numbers(predictedLabels), options);

    /// <summary>What each unit of the first layer looks at: its weights as a picture, all on one scale around zero.</summary>
    /// <param name="weights">(inputs, units), as <c>x·W</c> needs it.</param>
    /// <param name="height">Rows of an input picture.</param>
    /// <param name="width">Columns of an input picture.</param>
    /// <param name="options">Which units, colours, titles.</param>
    /// <exception cref="ArgumentException">There are not height × width inputs, no unit, or a unit that does not exist.</exception>
    public static Figure Weights(double[,] weights, int height, int width, WeightOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(weights);
        options ??= new WeightOptions();
        var (inputs, count) = (weights.GetLength(0), weights.GetLength(1));
        if (height < 1 || width < 1 || inputs != height * width || count == 0)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"Charts.Weights: weights ({height} × {width} inputs, units) are required; received ({inputs}, {count}). Transpose " +
                $"them if the units stand in rows."));
        var units = options.Units ?? [.. Enumerable.Range(0, Math.Min(MostUnits, count))];
        ChartParts.RequireSome(nameof(Weights), units.Count, "unit");
        CheckCells(nameof(Weights), options.Columns, options.CellSize);
        foreach (var unit in units)
            if (unit < 0 || unit >= count)
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                    $"Charts.Weights: units from 0 to {count - 1} are required; received {unit}."));

        var largest = units.SelectMany(unit => Enumerable.Range(0, inputs).Select(i => Math.Abs(weights[i, unit]))).Where(double.IsFinite)
            .DefaultIfEmpty(0).Max();
        var scale = options.Colors ?? ColorScale.Diverging;
        var tiles = units.Select(unit => Tile(height, width, (row, column) =>
            scale.At(largest == 0 ? 0.5 : (weights[row * width + column, unit] / largest + 1) / 2))).ToArray();
        var ends = $"{(options.Colors is null ? "orange" : "low")} −{TypesetNumber.Short(largest)}, " +
            $"{(options.Colors is null ? "blue" : "high")} +{TypesetNumber.Short(largest)}";
        var layout = ChartParts.Layout(options with { Data = options.Data is null ? ends : $"{options.Data}; {ends}" },
            "What each unit looks at",
            string.Create(CultureInfo.InvariantCulture,
                $"Weights of {units.Count} of {count} units as pictures of {width}×{height}, from −{TypesetNumber.Short(largest)} to " +
                $"{TypesetNumber.Short(largest)}."));
        return new Mosaic(tiles, [.. units.Select(unit => new[] { string.Create(CultureInfo.InvariantCulture, $"unit {unit}") })],
            options.Columns, options.CellSize).ToFigure(layout, _ => false);
    }

    private static void CheckImages(IReadOnlyList<byte[,]> images, IReadOnlyList<string>? trueNames, IReadOnlyList<string>? predictedNames,
        ImageGridOptions options)
    {
        ChartParts.RequireSome(nameof(ImageGrid), images.Count, "picture");
        var (rows, columns) = (images[0].GetLength(0), images[0].GetLength(1));
        for (var i = 0; i < images.Count; i++)
            if (images[i].GetLength(0) != rows || images[i].GetLength(1) != columns || images[i].Length == 0)
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                    $"Charts.ImageGrid: pictures of one size are required; the first is ({rows}, {columns}), picture {i} is " +
                    $"({images[i].GetLength(0)}, {images[i].GetLength(1)})."));
        if (trueNames is not null)
            ChartParts.RequireSame(nameof(ImageGrid), (images.Count, "picture"), (trueNames.Count, "true name"));
        if (predictedNames is not null)
            ChartParts.RequireSame(nameof(ImageGrid), (images.Count, "picture"), (predictedNames.Count, "predicted name"));
        CheckCells(nameof(ImageGrid), options.Columns, options.CellSize);
    }

    private static void CheckCells(string chart, int? columns, double? size)
    {
        if (columns < 1 || size < 8)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"Charts.{chart}: Columns ≥ 1 and CellSize ≥ 8 are required; received " +
                $"{columns?.ToString(CultureInfo.InvariantCulture) ?? "none"} and " +
                $"{size?.ToString(CultureInfo.InvariantCulture) ?? "none"}."));
    }

    private static byte[,,] Ink(byte[,] image) => Tile(image.GetLength(0), image.GetLength(1), (row, column) =>
    {
        var grey = (byte)(255 - image[row, column]);
        return (grey, grey, grey);
    });

    private static byte[,,] Tile(int rows, int columns, Func<int, int, (byte R, byte G, byte B)> color)
    {
        var tile = new byte[rows, columns, 4];
        for (var i = 0; i < rows; i++)
            for (var j = 0; j < columns; j++)
                (tile[i, j, 0], tile[i, j, 1], tile[i, j, 2], tile[i, j, 3]) = (color(i, j).R, color(i, j).G, color(i, j).B, 255);
        return tile;
    }

    private static string[] Numbers(IReadOnlyList<int> labels) => [.. labels.Select(label => label.ToString(CultureInfo.InvariantCulture))];
}
