namespace CourseKit.Keras;

/// <summary>The form of a model's summary.</summary>
public enum SummaryFormat
{
    /// <summary>Of Keras 2.12 and later: totals with their sizes, <c>Total params: 3455 (13.50 KB)</c>.</summary>
    WithSizes,

    /// <summary>Of Keras 2.4 and earlier: ruled lines, totals in groups, <c>Total params: 266,610</c>.</summary>
    Ruled,
}
