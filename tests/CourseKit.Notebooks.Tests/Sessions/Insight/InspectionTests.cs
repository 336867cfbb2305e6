using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Tests.Sessions.Insight;

public class InspectionTests(TestSession session) : IClassFixture<TestSession>
{
    [Theory]
    [InlineData("Math.Sq|rt(2)", "static double Math.Sqrt(double d)")]
    [InlineData("Math.Sqrt|", "static double Math.Sqrt(double d)")]
    [InlineData("Math.Sqrt(|)", "static double Math.Sqrt(double d)")]
    [InlineData("Math.Sqrt(2, |", "static double Math.Sqrt(double d)")]
    [InlineData("Mat|h.Sqrt(2)", "class Math (in System)")]
    [InlineData("in|t.MaxValue", "readonly struct Int32 (in System)")]
    [InlineData("\"abc\".Len|gth", "int string.Length { get; }")]
    [InlineData("var num|ber = 3.0;", "double number")]
    [InlineData("va|r number = 3.0;", "readonly struct Double (in System)")]
    [InlineData("Sys|tem.Text.StringBuilder x;", "namespace System")]
    [InlineData("DayOfWeek.Mon|day", "Monday = 1")]
    [InlineData("Math.P|I", "const double Math.PI = 3.141592653589793")]
    [InlineData("static int Twice(int x) => 2 * x;\nTwi|ce(3)", "int Twice(int x)")]
    [InlineData("#!tim|e\n1", "#!time")]
    [InlineData("#!html\n<p></p>\n#!csharp\nMath.Sq|rt(2)", "static double Math.Sqrt(double d)")]
    public async Task A_name_is_shown_as_code_declares_it(string marked, string signature) =>
        Assert.Equal(signature, (await session.InspectAsync(marked))?.Signature);

    [Theory]
    [InlineData("// Math.Sq|rt")]
    [InlineData("\"Ma|th\"")]
    [InlineData("1 +| 2")]
    [InlineData("nothingOfThe|Kind")]
    [InlineData("|")]
    [InlineData("#!html\nMath.Sq|rt")]
    public async Task Nothing_is_said_of_what_is_no_name(string marked) => Assert.Null(await session.InspectAsync(marked));

    [Fact]
    public async Task Overloads_that_are_not_chosen_yet_are_all_shown()
    {
        var signatures = (await session.InspectAsync("Math.Max(|"))!.Signature.Split('\n');

        Assert.Contains("static double Math.Max(double val1, double val2)", signatures);
        Assert.Matches(@" \(\+ \d+ overloads\)$", signatures[^1]);
    }

    [Fact]
    public async Task A_comment_in_an_earlier_cell_is_its_documentation()
    {
        await session.RunAsync("/// <summary>Squeezes <paramref name=\"x\"/> between 0 and 1.</summary>\n/// <param name=\"x\">Any number.</param>\nstatic double Squeeze(double x) => 1 / (1 + Math.Exp(-x));");

        var found = await session.InspectAsync("Sque|eze(3)");

        Assert.Equal(new CodeInspection("double Squeeze(double x)", "Squeezes x between 0 and 1.\n\nParameters:\n  x: Any number."), found);
    }

    [Fact]
    public async Task The_file_beside_a_dll_is_its_documentation()
    {
        BuiltLibrary.Build(Path.Combine(session.Folder, "Garden.dll"), "namespace Garden { public abstract class Plant { public abstract void Grow(int days); } public class Rose : Plant { public override void Grow(int days) { } } }");
        File.WriteAllText(Path.Combine(session.Folder, "Garden.xml"), """
            <doc><members>
              <member name="T:Garden.Rose"><summary>A flower.</summary></member>
              <member name="M:Garden.Plant.Grow(System.Int32)"><summary>Gets taller.</summary><param name="days">How many, 1 to 365.</param></member>
              <member name="M:Garden.Rose.Grow(System.Int32)"><inheritdoc/><remarks>Thorns too.</remarks></member>
            </members></doc>
            """);
        await session.RunAsync("#r \"Garden.dll\"\nvar rose = new Garden.Rose();");

        Assert.Equal("A flower.", (await session.InspectAsync("new Garden.Ro|se()"))?.Documentation);
        Assert.Equal(new CodeInspection("void Rose.Grow(int days)", "Gets taller.\n\nParameters:\n  days: How many, 1 to 365.\n\nRemarks: Thorns too."), await session.InspectAsync("rose.Grow(|)"));
        Assert.Equal("How many, 1 to 365.", (await session.InspectAsync("rose.Grow(day|s: 3)"))?.Documentation);
    }
}
