using CourseKit.Plotting.Plotly;

namespace CourseKit.Plotting.Drawing;

/// <summary>An axis with its labels, measured for a given length.</summary>
internal sealed class AxisPlan
{
    private const double LabelGap = 7;
    private const double Slant = -45;

    private AxisPlan(AxisRange range, Scale scale) => (Range, Scale) = (range, scale);

    public AxisRange Range { get; }

    public Scale Scale { get; }

    public Tick[] Ticks { get; private set; } = [];

    /// <summary>Degrees clockwise that the labels are turned.</summary>
    public double Angle { get; private set; }

    /// <summary>The labels, broken into lines.</summary>
    public TextBlock[] Labels { get; private set; } = [];

    public TextBlock? Title { get; private set; }

    public bool IsVisible => Range.Axis.Visible != false;

    public bool HasLabels => IsVisible && Range.Axis.ShowTickLabels != false;

    /// <summary>Pixels that labels and title need beside the plot.</summary>
    public double Depth => LabelDepth + (Title is null ? 0 : Title.Height + 6);

    /// <summary>Pixels from the plot to the far end of the labels.</summary>
    public double LabelDepth { get; private set; }

    /// <summary>Pixels by which labels stand out beyond the start and the end of the axis.</summary>
    public (double Start, double End) Overhang { get; private set; }

    /// <summary>Chooses and measures the labels for an axis of <paramref name="length"/> pixels.</summary>
    public static AxisPlan For(AxisRange range, Scale scale, double length)
    {
        scale.Place(0, length);
        var plan = new AxisPlan(range, scale);
        if (range.Axis.Title?.Text is { Length: > 0 } title && plan.IsVisible)
            plan.Title = TextBlock.Wrap(title, Math.Max(80, length), TextSize.Normal);
        if (plan.IsVisible)
            plan.ChooseTicks(length);
        plan.Measure(length);
        return plan;
    }

    private void ChooseTicks(double length)
    {
        if (Range.Axis.TickVals is { } values)
            Ticks = Fitting(Given(values));
        else if (Scale.Type == AxisType.Category)
            Ticks = Categories(length);
        else
            Ticks = RoundNumbers(length);
        Labels = Labels.Length == Ticks.Length ? Labels : Array.ConvertAll(Ticks, tick => TextBlock.Of(tick.Label));
    }

    private Tick[] RoundNumbers(double length)
    {
        var (low, high) = (Math.Min(Scale.Low, Scale.High), Math.Max(Scale.Low, Scale.High));
        var most = (int)Math.Clamp(length / (Range.IsHorizontal ? 50 : 36), 2, 12);
        if (Scale.Type == AxisType.Log)
            return Plotting.Drawing.Ticks.Log(low, high, most, Fits);
        var format = Range.Axis.TickFormat ?? "";
        var percent = format.EndsWith('%');
        var largest = Math.Max(Math.Abs(low), Math.Abs(high));
        var whole = Range.IsWhole || format == "d";
        return Plotting.Drawing.Ticks.Linear(low, high, most, whole,
            (value, step) => percent ? TypesetNumber.Percent(value, step) : TypesetNumber.Tick(value, step, largest), Fits);
    }

    private Tick[] Given(double[] values)
    {
        var largest = values.Length == 0 ? 1 : values.Max(Math.Abs);
        var step = values.Length > 1 ? Math.Abs(values[1] - values[0]) : 1;
        return [.. values.Select((value, i) => new Tick(Scale.Units(value), Range.Axis.TickText is { } texts && i < texts.Length
            ? texts[i] : TypesetNumber.Tick(value, step, largest)))];
    }

    /// <summary>
    /// Every name: upright if it fits, in lines if that helps, else slanted; some left out only where even those would touch.
    /// </summary>
    private Tick[] Categories(double length)
    {
        var all = Scale.Categories.Select((name, index) => new Tick(index, name)).ToArray();
        if (Fits(all))
            return all;
        if (Range.IsHorizontal)
        {
            var room = Scale.PixelsPerUnit - LabelGap;
            Labels = Array.ConvertAll(all, tick => TextBlock.Wrap(tick.Label.Replace("/", "/ ", StringComparison.Ordinal), room));
            if (Labels.All(label => label.Width <= room && label.Lines.Length <= 2))
                return all;
            Labels = [];
            Angle = Range.Axis.TickAngle ?? Slant;
        }
        var every = (int)Math.Ceiling(TextSize.Normal * 1.15 / Math.Max(0.1, Scale.PixelsPerUnit) * (Range.IsHorizontal ? 1.3 : 1));
        return [.. all.Where((_, index) => index % Math.Max(1, every) == 0)];
    }

    private Tick[] Fitting(Tick[] ticks)
    {
        for (var every = 1; every < ticks.Length; every++)
            if (ticks.Where((_, index) => index % every == 0).ToArray() is var some && Fits(some))
                return some;
        return ticks.Length > 0 ? [ticks[0]] : [];
    }

    private bool Fits(Tick[] ticks)
    {
        var end = double.NegativeInfinity;
        foreach (var (at, label) in ticks.OrderBy(tick => Scale.OfUnits(tick.At)))
        {
            var middle = Scale.OfUnits(at);
            var half = Range.IsHorizontal ? TextBlock.Of(label).Width / 2 : TextSize.Normal * 0.6;
            if (middle - half < end + (Range.IsHorizontal ? 2 * LabelGap : 1))
                return false;
            end = middle + half;
        }
        return true;
    }

    private void Measure(double length)
    {
        if (!HasLabels || Labels.Length == 0)
            return;
        var widest = Labels.Max(label => label.Width);
        if (!Range.IsHorizontal)
        {
            (LabelDepth, Overhang) = (widest + LabelGap, (TextSize.Normal * 0.65, TextSize.Normal * 0.65));
            return;
        }
        var (sin, cos) = Math.SinCos(-Angle * Math.PI / 180);
        LabelDepth = (Angle == 0 ? Labels.Max(label => label.Height) : widest * sin + TextSize.Normal * cos) + LabelGap - 1;
        double before = 0, after = 0;
        for (var i = 0; i < Ticks.Length; i++)
        {
            var (middle, width) = (Scale.OfUnits(Ticks[i].At), Labels[i].Width);
            before = Math.Max(before, (Angle == 0 ? width / 2 : width * cos + TextSize.Normal) - middle);
            after = Math.Max(after, middle + (Angle == 0 ? width / 2 : TextSize.Normal * 0.6) - length);
        }
        Overhang = (before, after);
    }
}
