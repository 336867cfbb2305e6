using CourseKit.Plotting.Drawing;
using CourseKit.Plotting.Plotly;

namespace CourseKit.Plotting;

/// <summary>What a confusion matrix may be told.</summary>
public sealed record ConfusionOptions : ChartOptions
{
    /// <summary>
    /// Shares of each true class instead of counts. Default: counts. The colours are shares of the true class in both cases.
    /// </summary>
    public bool Rates { get; init; }
}

public static partial class Charts
{
    /// <summary>
    /// Who was taken for whom: true classes in rows, predicted ones in columns. Classes that were never predicted stand out.
    /// </summary>
    /// <param name="counts">(classes, classes): how often class i was taken for class j.</param>
    /// <param name="names">The classes' names; 0, 1, 2, … if null.</param>
    /// <param name="options">Counts or rates, titles, size.</param>
    /// <exception cref="ArgumentException">The matrix is empty or not square, a count is negative, or there are not as many names as
    /// classes.</exception>
    public static Figure ConfusionMatrix(int[,] counts, IReadOnlyList<string>? names = null, ConfusionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var n = CheckCounts(counts, names);
        options ??= new ConfusionOptions();
        var labels = ChartParts.Encode(names ?? [.. Enumerable.Range(0, n).Select(i => i.ToString(CultureInfo.InvariantCulture))]);
        var classes = Enumerable.Range(0, n).ToArray();
        var rows = Array.ConvertAll(classes, i => classes.Sum(j => (double)counts[i, j]));
        var never = classes.Where(j => classes.All(i => counts[i, j] == 0)).ToArray();

        var (z, texts) = (new double[n, n], new string[n, n]);
        foreach (var i in classes)
            foreach (var j in classes)
            {
                z[i, j] = rows[i] == 0 ? 0 : Math.Round(counts[i, j] / rows[i], 4);
                texts[i, j] = counts[i, j] == 0 ? ""
                    : options.Rates ? TypesetNumber.Percent(z[i, j], 0.01)
                    : counts[i, j].ToString(CultureInfo.InvariantCulture);
            }
        var map = new Heatmap
        {
            X = labels,
            Y = labels,
            Z = z,
            Text = texts,
            TextTemplate = "%{text}",
            TextFont = new Font { Size = n <= 12 ? 11 : 9 },
            ColorScale = ColorScale.Blues,
            ZMin = 0,
            ZMax = 1,
            XGap = 1,
            YGap = 1,
            ColorBar = new ColorBar { Title = "share of the true class", TickVals = [0, 0.5, 1], TickText = ["0%", "50%", "100%"] },
            HoverTemplate = "true %{y}, predicted %{x}<br>%{text} (%{z:.1%} of the true class)<extra></extra>",
        };
        var side = Math.Clamp(38.0 * n, 180, 420);
        return ChartParts.Figure([map], ChartParts.Layout(options, "Confusion matrix", ConfusionInWords(counts, labels, never),
            ("xaxis", new Axis
            {
                Title = NeverPredicted("predicted class", labels, never),
                Type = AxisType.Category,
                ShowGrid = false,
                Constrain = "domain"
            }),
            ("yaxis", new Axis
            {
                Title = "true class",
                Type = AxisType.Category,
                AutoRange = "reversed",
                ShowGrid = false,
                ScaleAnchor = "x",
                Constrain = "domain"
            })) with
        {
            Height = options.Height ?? side + 120,
            Shapes = [.. classes.Select(Diagonal), .. never.Select(j => Empty(j, n))],
        });
    }

    private static int CheckCounts(int[,] counts, IReadOnlyList<string>? names)
    {
        var (rows, columns) = (counts.GetLength(0), counts.GetLength(1));
        if (rows == 0 || rows != columns)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"Charts.ConfusionMatrix: a square matrix is required; received ({rows}, {columns})."));
        if (counts.Cast<int>().Any(count => count < 0))
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"Charts.ConfusionMatrix: counts of 0 or more are required; received {counts.Cast<int>().Min()}."));
        if (names is not null)
            ChartParts.RequireSame(nameof(ConfusionMatrix), (rows, "class"), (names.Count, "name"));
        return rows;
    }

    private static Shape Diagonal(int i) => Cell(i - 0.5, i - 0.5, i + 0.5, i + 0.5) with
    {
        Line = new Line
        {
            Color = "#1f5f99",
            Width = 1.2
        }
    };

    private static Shape Empty(int column, int classes) => Cell(column - 0.48, -0.48, column + 0.48, classes - 0.52) with
    {
        Line = new Line { Color = Palette.Alarm, Width = 2, Dash = "dash" },
        FillColor = "rgba(213,94,0,0.12)",
    };

    private static Shape Cell(double x0, double y0, double x1, double y1) => new()
    {
        Type = "rect",
        X0 = x0,
        Y0 = y0,
        X1 = x1,
        Y1 = y1,
        XRef = "x",
        YRef = "y"
    };

    private static string NeverPredicted(string title, string[] names, int[] never) =>
        never.Length == 0 ? title
            : $"{title}<br>never predicted (dashed): {string.Join(", ", never.Select(j => Script.Isolate(names[j])))}";

    private static string ConfusionInWords(int[,] counts, string[] names, int[] never)
    {
        var classes = Enumerable.Range(0, names.Length).ToArray();
        var (all, right) = (counts.Cast<int>().Sum(), classes.Sum(i => counts[i, i]));
        var words = string.Create(CultureInfo.InvariantCulture, $"{names.Length} classes, {all} samples, {right} on the diagonal") +
            (all == 0 ? "" : $" ({TypesetNumber.Percent((double)right / all)})");
        var worst = (from i in classes from j in classes where i != j && counts[i, j] > 0 orderby counts[i, j] descending select (i, j))
            .Take(3).ToArray();
        if (worst.Length > 0)
            words += "; most often " + string.Join(", ", worst.Select(pair =>
                string.Create(CultureInfo.InvariantCulture, $"{InWords(pair.i)} taken for {InWords(pair.j)} ({counts[pair.i, pair.j]})")));
        return never.Length == 0 ? $"{words}." : $"{words}; never predicted: {string.Join(", ", never.Select(InWords))}.";

        string InWords(int i) => Script.Isolate(PlotlyText.OneLine(names[i]));
    }
}
