using CourseKit.Notebooks.Sessions.Insight;

namespace CourseKit.Notebooks.Tests.Sessions.Insight;

public class DraftTextTests
{
    [Fact]
    public void Only_the_code_is_left_and_every_character_keeps_its_place()
    {
        const string Cell = "#!time\nvar a = 1;\r\n#!html\n<b>🎓</b>\n#!csharp\n#r \"x.dll\"\n  #load \"y.csx\"\nvar b = 2; // #r";

        var text = new DraftText(Cell);

        Assert.Equal(Cell.Length, text.Code.Length);
        Assert.Equal(["var a = 1;", "var b = 2; // #r"], text.Code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
        Assert.Equal(Cell.IndexOf("var b", StringComparison.Ordinal), text.Code.IndexOf("var b", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a.|\nvar b = 1;", "a.;\nvar b = 1;")]
    [InlineData("a.|", "a.;")]
    [InlineData("f(a.|\nvar b = 1;", "f(a.\nvar b = 1;")]
    [InlineData("f(a, b[1]); a.|", "f(a, b[1]); a.;")]
    [InlineData("f(a.|);", "f(a.);")]
    [InlineData("xs.Select(x => { x.|\n})", "xs.Select(x => { x.;\n})")]
    public void A_statement_is_ended_where_its_line_ends(string marked, string ended)
    {
        var position = marked.IndexOf('|', StringComparison.Ordinal);

        Assert.Equal(ended, DraftText.Ended(marked.Remove(position, 1), position));
    }
}
