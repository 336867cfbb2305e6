using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Approval;

/// <summary>What a cell has put out, in the representations that are compared.</summary>
internal static class OutputBlocks
{
    private const string Html = "text/html";
    private const string Plain = "text/plain";
    private const string Svg = "image/svg+xml";

    public static IReadOnlyList<OutputBlock> Of(IEnumerable<CellOutput> outputs) => [.. outputs.SelectMany(Of).Where(block => block.Lines.Count > 0)];

    private static IEnumerable<OutputBlock> Of(CellOutput output) => output switch
    {
        StreamOutput text => [OutputBlock.Text(text.Name, text.Text)],
        DisplayOutput shown => OfData("display", shown.Data),
        ResultOutput result => OfData("result", result.Data),
        ErrorOutput error => [OutputBlock.Text("error", $"{error.Name}: {error.Value}")],
        _ => [],
    };

    private static IEnumerable<OutputBlock> OfData(string origin, MimeBundle data)
    {
        OutputBlock[] texts = [.. data.Where(entry => IsText(entry.Key, data)).Select(entry => OfText(origin, entry.Key, entry.Value))];
        return texts.DistinctBy(block => string.Join('\n', block.Lines))
            .Concat(data.Where(entry => MimeBundle.IsJson(entry.Key)).SelectMany(entry => JsonLines.Of(origin, entry.Key, entry.Value)))
            .Concat(Pictures(origin, data))
            .Concat(data.Where(entry => IsUnknown(entry.Key)).Select(entry => new OutputBlock($"{origin} {entry.Key}", [PictureData.Digest(entry.Value)])));
    }

    /// <summary>A figure's page holds the words of its axes, which stand in its JSON; a table's CSV what its page holds.</summary>
    private static bool IsText(string mime, MimeBundle data) => mime.StartsWith("text/", StringComparison.Ordinal)
        && !(mime == Html && data.ContainsKey(JsonLines.Figure)) && !(mime == "text/csv" && (data.ContainsKey(Html) || data.ContainsKey(Plain)));

    private static OutputBlock OfText(string origin, string mime, string text) => OutputBlock.Text($"{origin} {mime}", mime == Html ? HtmlLines.Text(text) : text);

    private static IEnumerable<OutputBlock> Pictures(string origin, MimeBundle data) =>
        data.TryGetValue(Svg, out var svg) ? SvgLines.Of(origin, svg)
        : data.FirstOrDefault(entry => IsPixels(entry.Key)) is { Key: { } mime } picture ? [PictureData.Of(origin, mime, picture.Value)]
        : data.TryGetValue(Html, out var html) ? HtmlLines.Pictures(origin, html)
        : [];

    private static bool IsPixels(string mime) => mime.StartsWith("image/", StringComparison.Ordinal) && mime != Svg;

    private static bool IsUnknown(string mime) =>
        !mime.StartsWith("text/", StringComparison.Ordinal) && !mime.StartsWith("image/", StringComparison.Ordinal) && !MimeBundle.IsJson(mime);
}
