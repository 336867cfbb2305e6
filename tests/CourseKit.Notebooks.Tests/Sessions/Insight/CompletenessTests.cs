using CourseKit.Notebooks.Sessions;
using CourseKit.Notebooks.Sessions.Insight;

namespace CourseKit.Notebooks.Tests.Sessions.Insight;

public class CompletenessTests
{
    [Theory]
    [InlineData("1 + 1")]
    [InlineData("var x = 1;")]
    [InlineData("")]
    [InlineData("// only a word")]
    [InlineData("if (true) { }")]
    [InlineData("#!time\nvar x = 1;")]
    [InlineData("#!html\n<b>{ not closed")]
    [InlineData("#!csharp\nvar x = 1;\n#!markdown\n# {")]
    [InlineData("#r \"nuget:Humanizer\"")]
    public void A_cell_that_can_be_run_is_complete(string code) => Assert.Equal(new CodeCompleteness(CompletenessKind.Complete, ""), CellForm.Of(code));

    [Theory]
    [InlineData("foreach (var x in y)", "    ")]
    [InlineData("foreach (var x in y) {", "    ")]
    [InlineData("if (a)\n{\n    while (b)\n    {", "        ")]
    [InlineData("if (a)\n{\n    b();", "    ")]
    [InlineData("Console.WriteLine(", "    ")]
    [InlineData("var x =", "    ")]
    [InlineData("var text = \"\"\"\nabc", "")]
    [InlineData("/* begun", "")]
    [InlineData("#!time\nstatic double Square(double x) =>", "    ")]
    public void What_is_open_waits_for_a_line_that_is_indented_as_it_should_be(string code, string indent) =>
        Assert.Equal(new CodeCompleteness(CompletenessKind.Incomplete, indent), CellForm.Of(code));

    [Theory]
    [InlineData("var = ;")]
    [InlineData("x + ) 3")]
    [InlineData("}")]
    [InlineData("foreach (var x in y) {\n#!html\n<b></b>")]
    public void What_no_further_line_mends_is_invalid(string code) => Assert.Equal(new CodeCompleteness(CompletenessKind.Invalid, ""), CellForm.Of(code));
}
