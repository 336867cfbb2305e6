using CourseKit.Plotting.Plotly;

namespace CourseKit.Plotting.Drawing;

/// <summary>Gathers what the traces put on one axis.</summary>
internal sealed class AxisRange(Axis axis, string id)
{
    private const double Largest = 1e300;
    private readonly List<string> _categories = [];
    private readonly HashSet<string> _known = [];
    private double _low = double.PositiveInfinity, _high = double.NegativeInfinity;
    private double _lowPositive = double.PositiveInfinity;
    private double _edgeLow = double.PositiveInfinity, _edgeHigh = double.NegativeInfinity;
    private bool _zero;

    public Axis Axis => axis;

    public string Id => id;

    public bool IsHorizontal => id[0] == 'x';

    /// <summary>Whether the traces want it downwards, as pictures do.</summary>
    public bool PrefersReversed { get; set; }

    /// <summary>Whether all numbers so far are whole.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>Share of the span that stays free at each end.</summary>
    public double Padding { get; set; }

    public AxisType Type => axis.Type ?? (_categories.Count > 0 ? AxisType.Category : AxisType.Linear);

    /// <summary>Takes in values that need room around them.</summary>
    public void Add(Values? values, int count)
    {
        if (values?.Names is { } names)
            foreach (var name in names)
                AddCategory(name);
        else if (values?.Numbers is { } numbers)
            foreach (var number in numbers)
                Add(number);
        else if (count > 0)
            (_low, _high) = (Math.Min(_low, 0), Math.Max(_high, count - 1));
    }

    public void Add(double value)
    {
        if (!double.IsFinite(value))
            return;
        value = Math.Clamp(value, -Largest, Largest);
        (_low, _high) = (Math.Min(_low, value), Math.Max(_high, value));
        if (value > 0)
            _lowPositive = Math.Min(_lowPositive, value);
        IsWhole &= value == Math.Floor(value);
    }

    /// <summary>Takes in an end of something that fills the axis to there and needs no room beyond.</summary>
    public void AddEdge(double value)
    {
        (_edgeLow, _edgeHigh) = (Math.Min(_edgeLow, value), Math.Max(_edgeHigh, value));
        IsWhole &= value == Math.Floor(value);
    }

    /// <summary>Something stands on zero.</summary>
    public void AddZero() => _zero = true;

    public void AddCategory(string name)
    {
        if (_known.Add(name))
            _categories.Add(name);
    }

    /// <summary>Unites two axes that match.</summary>
    public void Include(AxisRange other)
    {
        (_low, _high) = (Math.Min(_low, other._low), Math.Max(_high, other._high));
        _lowPositive = Math.Min(_lowPositive, other._lowPositive);
        (_edgeLow, _edgeHigh) = (Math.Min(_edgeLow, other._edgeLow), Math.Max(_edgeHigh, other._edgeHigh));
        IsWhole &= other.IsWhole;
        Padding = Math.Max(Padding, other.Padding);
        foreach (var name in other._categories)
            AddCategory(name);
    }

    public Scale ToScale()
    {
        var (low, high) = axis.Range is { Length: 2 } range && range.All(double.IsFinite) && range[0] != range[1] ? (range[0], range[1])
            : Found();
        if (axis.AutoRange == "reversed" || (PrefersReversed && axis.AutoRange is null && axis.Range is null))
            (low, high) = (Math.Max(low, high), Math.Min(low, high));
        return new Scale(Type, low, high, _categories);
    }

    private (double Low, double High) Found()
    {
        if (Type == AxisType.Category)
            return (-0.5, Math.Max(1, _categories.Count) - 0.5);
        var (low, high) = Type == AxisType.Log ? (Math.Log10(_lowPositive), Math.Log10(_high)) : (_low, _high);
        if (_zero && Type != AxisType.Log)
            (low, high) = (Math.Min(low, 0), Math.Max(high, 0));
        if (!(low <= high) || !double.IsFinite(low) || !double.IsFinite(high))
            return _edgeLow < _edgeHigh ? (_edgeLow, _edgeHigh) : (0, 1);
        if (low == high && !(_edgeLow < _edgeHigh))
            return Type == AxisType.Log || low == 0 ? (low - 0.5, high + 0.5) : (low - Math.Abs(low) * 0.1, high + Math.Abs(low) * 0.1);
        var room = Padding * (high - low);
        return (Math.Min(_zero && low == 0 ? 0 : low - room, _edgeLow), Math.Max(_zero && high == 0 ? 0 : high + room, _edgeHigh));
    }
}
