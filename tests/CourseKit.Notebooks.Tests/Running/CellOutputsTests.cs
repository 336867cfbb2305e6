using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Running;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Tests.Running;

public class CellOutputsTests
{
    [Fact]
    public void Text_within_the_limit_is_kept_as_it_is()
    {
        var outputs = new CellOutputs(10, 100);

        foreach (var piece in new[] { "01234", "5678", "9" })
            outputs.Add(Text(piece));

        Assert.Equal([Text("0123456789")], outputs.All);
    }

    [Fact]
    public void Text_is_cut_in_the_middle_and_it_is_said_how_much()
    {
        var outputs = new CellOutputs(10, 100);

        for (var i = 0; i < 1000; i++)
            outputs.Add(Text($"{i % 10}\n"));

        Assert.Equal(
            [Text("0\n1\n2"), new StreamOutput("stderr", "\n[… left out here: 1,990 characters, 995 lines; this cell keeps 10 characters of text …]\n"), Text("\n8\n9\n")],
            outputs.All.Select((output, i) => i == 2 ? Text("\n" + ((StreamOutput)output).Text.TrimStart('7', '\n')) : output));
    }

    [Fact]
    public void One_piece_that_is_too_long_is_cut_alike_and_no_letter_is_parted()
    {
        var outputs = new CellOutputs(10, 100);

        outputs.Add(Text(string.Concat(Enumerable.Repeat("🎉", 40))));

        Assert.Equal("🎉🎉🎉", ((StreamOutput)outputs.All[0]).Text);
        Assert.Equal("🎉🎉", ((StreamOutput)outputs.All[2]).Text);
        Assert.Contains("left out here: 70 characters;", ((StreamOutput)outputs.All[1]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_are_kept_whole_where_the_text_around_them_is_cut()
    {
        var picture = new DisplayOutput(MimeBundle.Of(("image/png", new string('A', 50))), "d1");
        var outputs = new CellOutputs(10, 100);

        outputs.Add(Text("0123456789"));
        outputs.Add(picture);
        outputs.Add(Text("abcdefghij"));
        outputs.Add(picture with { DisplayId = "d2" });
        outputs.Add(picture with { DisplayId = "d3" });
        outputs.Add(Text("klmno"));

        Assert.Equal(["d1", "d2"], outputs.All.OfType<DisplayOutput>().Select(shown => shown.DisplayId));
        Assert.Equal("01234", ((StreamOutput)outputs.All[0]).Text);
        Assert.Equal("klmno", ((StreamOutput)outputs.All[^1]).Text);
        Assert.Contains("15 characters, 1 picture;", ((StreamOutput)outputs.All[1]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_too_large_is_left_out_and_counted()
    {
        var outputs = new CellOutputs(100, 100);

        outputs.Add(new DisplayOutput(MimeBundle.Of(("text/html", new string('x', 1000))), "d1"));
        outputs.Add(Text("after"));

        Assert.Contains("left out here: 1 value;", ((StreamOutput)outputs.All[0]).Text, StringComparison.Ordinal);
        Assert.Equal(Text("after"), outputs.All[1]);
    }

    [Fact]
    public void An_update_finds_its_value_wherever_that_stands()
    {
        var outputs = new CellOutputs(300, 100);
        foreach (var id in new[] { "head", "tail" })
            outputs.Add(new DisplayOutput(MimeBundle.Of(("text/plain", "old old old old old old old old old old")), id));

        foreach (var id in new[] { "head", "tail", "nowhere" })
            outputs.Update(id, MimeBundle.Of(("text/plain", id)));

        Assert.Equal(["head", "tail"], outputs.All.OfType<DisplayOutput>().Select(shown => shown.Data["text/plain"]));
    }

    [Fact]
    public void Where_the_notebooks_budget_is_used_up_a_cell_still_keeps_a_little()
    {
        var log = new OutputLog(new OutputLimits { CellText = 50_000, NotebookText = 60_000 });

        foreach (var cell in new[] { "a", "b", "c" })
            log.Add(new SessionEvent.Output("stdout", new string('x', 70_000)) { CellId = cell }, cell, 1);

        Assert.Equal([50_000, 10_000, 10_000], new[] { "a", "b", "c" }.Select(cell => log.Of(cell).OfType<StreamOutput>().Where(text => text.Name == "stdout").Sum(text => text.Text.Length)));
    }

    [Fact]
    public void An_error_is_never_so_long_that_it_fills_the_page()
    {
        var log = new OutputLog(new OutputLimits());
        var trace = string.Join('\n', Enumerable.Repeat("   at Deep()", 5000));

        log.Add(new SessionEvent.Failed(new CellError { Kind = CellErrorKind.Exception, Message = new string('m', 50_000), StackTrace = trace }), "a", 1);

        var error = Assert.IsType<ErrorOutput>(Assert.Single(log.Of("a")));
        Assert.Equal((10_002, 201), (error.Value.Length, error.Traceback.Count));
    }

    private static StreamOutput Text(string text) => new("stdout", text);
}
