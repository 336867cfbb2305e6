using CourseKit.Plotting.Plotly;

namespace CourseKit.Plotting.Drawing;

/// <summary>From the numbers of an axis to pixels.</summary>
/// <param name="type">How numbers become lengths.</param>
/// <param name="low">Left or lower end: an exponent of ten on a log axis, an index on a category axis.</param>
/// <param name="high">Right or upper end; below <paramref name="low"/> on a reversed axis.</param>
/// <param name="categories">The names of a category axis in their order.</param>
internal sealed class Scale(AxisType type, double low, double high, IReadOnlyList<string> categories)
{
    private readonly Dictionary<string, int> _index = categories.Select((name, index) => (name, index)).ToDictionary(pair => pair.name,
        pair => pair.index);

    public AxisType Type => type;

    public double Low => low;

    public double High => high;

    public IReadOnlyList<string> Categories => categories;

    /// <summary>The pixel at <see cref="Low"/>.</summary>
    public double Start { get; private set; }

    /// <summary>The pixel at <see cref="High"/>.</summary>
    public double End { get; private set; } = 1;

    public double PixelsPerUnit => Math.Abs((End - Start) / (high - low));

    public void Place(double start, double end) => (Start, End) = (start, end);

    /// <summary>The pixel of a position in units of the axis.</summary>
    public double OfUnits(double units) => Start + (units - low) / (high - low) * (End - Start);

    /// <summary>The pixel of a number; NaN where the axis has no place for it.</summary>
    public double Of(double value) => OfUnits(Units(value));

    /// <summary>The pixel of a category or a number.</summary>
    public double Of(Coordinate value) => value.Name is null ? Of(value.Number) : _index.TryGetValue(value.Name, out var index)
        ? OfUnits(index) : double.NaN;

    /// <summary>Position of the i-th value in units of the axis; i itself where there are no values.</summary>
    public double Units(Values? values, int i) =>
        values is null ? Units(i) : values.Numbers is { } numbers ? Units(numbers[i]) : _index.TryGetValue(values.Names![i], out var index)
            ? index : double.NaN;

    public double Of(Values? values, int i) => OfUnits(Units(values, i));

    public double Units(double value) =>
        !double.IsFinite(value) ? double.NaN : type != AxisType.Log ? value : value > 0 ? Math.Log10(value) : double.NaN;
}
