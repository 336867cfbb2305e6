using CourseKit.Notebooks.Approval;
using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Tests.Approval;

/// <summary>What is kept of all kinds of outputs, and that pictures are compared by their distance.</summary>
public class OutputBlockTests
{
    private static readonly string Rising = string.Join(',', Enumerable.Range(0, 24));

    private static string Figure => """{"data":[{"type":"scatter","name":"loss","y":[RISING],"z":[[1,null],[2,3]]}],"layout":{"title":{"text":"Curve"}}}"""
        .Replace("RISING", Rising, StringComparison.Ordinal);

    [Fact]
    public void What_is_kept_of_outputs_reads_as_approved()
    {
        CellOutput[] outputs =
        [
            new StreamOutput("stdout", "Iteration 1, loss = 2.30\n\nWall time: 12.5ms\n"),
            new ErrorOutput("System.DivideByZeroException", "Attempted to divide by zero.", ["at cell 1"]),
            new DisplayOutput(MimeBundle.Of(("text/html", "<table><tr><th>a</th><th>b &amp; c</th></tr><tr><td>1</td><td>2</td></tr></table><script>x()</script>"), ("text/csv", "a,b")), null),
            new ResultOutput(MimeBundle.Of(
                ("application/vnd.plotly.v1+json", Figure),
                ("text/html", "<div>words of axes</div>"),
                ("image/svg+xml", Svg("M0 0L10 20.5"))), 1),
            new DisplayOutput(MimeBundle.Of(("text/html", $"<p>Two pictures</p>{Svg("M0 0")}<img alt='' src=\"data:image/bmp;base64,{Bmp(0)}\">")), null),
            new DisplayOutput(MimeBundle.Of(("image/png", "AAAA")), null),
            new DisplayOutput(MimeBundle.Of(("application/octet-stream", "xyz")), null),
        ];

        var file = new ApprovedFile(Tolerance.Default, [new ApprovedCell(3, "1a2b3c4d", OutputBlocks.Of(outputs)), new ApprovedCell(5, "x-2", OutputBlocks.Of(outputs[..1]))]);

        Approved.Check(file.Text("01-a.dib"), "Outputs.txt");
        Assert.Equal(file, ApprovedFile.Parse(file.Text("01-a.dib")));
    }

    [Theory]
    [InlineData(0, 3, null)]
    [InlineData(0, 255, "the picture is 100 % away from the approved one (2 % is allowed)")]
    [InlineData(100, 130, "the picture is 13.33 % away from the approved one (2 % is allowed)")]
    public void Pictures_of_pixels_are_compared_by_their_distance(byte was, byte now, string? what) =>
        Assert.Equal(what, Compare(Picture(was), Picture(now)).Select(difference => difference.What).FirstOrDefault());

    [Fact]
    public void Pictures_of_another_size_and_files_that_are_no_pictures_differ()
    {
        Assert.Equal("a picture of 32 × 32 pixels is approved; received 16 × 16 pixels", Assert.Single(Compare(Picture(0), Picture(0, 16))).What);
        Assert.NotEmpty(Compare(Data("image/png", "AAAA"), Data("image/png", "AAAB")));
        Assert.Empty(Compare(Data("image/png", "AAAA"), Data("image/png", "AAAA")));
    }

    [Fact]
    public void The_places_in_a_drawing_may_move_a_little_and_its_words_not_at_all()
    {
        Assert.Empty(Compare(Drawing("M0 0L10 20", "loss"), Drawing("M0 0.1L10.1 20.2", "loss")));
        Assert.NotEmpty(Compare(Drawing("M0 0L10 20", "loss"), Drawing("M0 0L10 30", "loss")));
        Assert.NotEmpty(Compare(Drawing("M0 0L10 20", "loss"), Drawing("M0 0L10 20", "cost")));
    }

    private static Difference[] Compare(CellOutput approved, CellOutput received) => [.. CellComparison.Of(OutputBlocks.Of([approved]), OutputBlocks.Of([received]), Tolerance.Default)];

    private static DisplayOutput Drawing(string path, string word) => Data("image/svg+xml", Svg(path, word));

    private static DisplayOutput Picture(byte level, int size = 32) => Data("image/bmp", Bmp(level, size));

    private static DisplayOutput Data(string mime, string data) => new(MimeBundle.Of((mime, data)), null);

    private static string Svg(string path, string word = "loss") =>
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"320\" height=\"240\" viewBox=\"0 0 320 240\" aria-label=\"a\"><path d=\"{path}\" fill=\"none\" stroke=\"#1f77b4\"/>" +
        $"<svg x=\"1\" y=\"2\"><rect id=\"r1\" width=\"50%\" fill=\"#fff\"/></svg><text x=\"4\" y=\"5\">{word}</text><text x=\"6\" y=\"5\">0.5 &amp; more</text></svg>";

    /// <summary>A picture of one level of grey, as a BMP of 24 bits a pixel, which is a header and the pixels.</summary>
    private static string Bmp(byte level, int size = 32)
    {
        var pixels = 3 * size * size;
        var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write("BM"u8);
        foreach (var field in new[] { 54 + pixels, 0, 54, 40, size, size, 1 | 24 << 16, 0, pixels, 2835, 2835, 0, 0 })
            writer.Write(field);
        writer.Write(Enumerable.Repeat(level, pixels).ToArray());
        return Convert.ToBase64String(stream.ToArray());
    }
}
