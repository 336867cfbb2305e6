namespace CourseKit.Notebooks.Documents;

/// <summary>Tells pictures from text: they are kept whole, and make thumbnails.</summary>
internal static class Picture
{
    /// <summary>A figure with its data, as Plotly reads it.</summary>
    private const string PlotlyFigure = "application/vnd.plotly.v1+json";

    /// <summary>Whether the output shows a picture in one of its representations.</summary>
    public static bool IsIn(CellOutput output) => DataOf(output) is { } data && data.Any(entry => IsPicture(entry.Key, entry.Value));

    /// <summary>What the output shows; null for text streams and errors.</summary>
    public static MimeBundle? DataOf(CellOutput output) => output switch
    {
        DisplayOutput shown => shown.Data,
        ResultOutput result => result.Data,
        _ => null,
    };

    private static bool IsPicture(string mime, string text) => mime.StartsWith("image/", StringComparison.Ordinal) || mime == PlotlyFigure
        || mime == "text/html" && (text.Contains("<svg", StringComparison.OrdinalIgnoreCase) || text.Contains("<img", StringComparison.OrdinalIgnoreCase));
}
