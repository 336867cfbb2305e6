using CourseKit.Notebooks.Parameters;
using CourseKit.Notebooks.Sessions;
using CourseKit.Notebooks.Tests.Sessions;

namespace CourseKit.Notebooks.Tests.Parameters;

public class ParameterTests(TestSession session) : IClassFixture<TestSession>
{
    [Theory]
    [InlineData("var n = 5;", "12", "12")]
    [InlineData("int n;", "12", "12")]
    [InlineData("double n = 1;", "3", "3")]
    [InlineData("var n = 0.5;", "NaN", "NaN")]
    [InlineData("var n = 0.5;", "-Infinity", "-Infinity")]
    [InlineData("var n = 0.5m;", "1e-3", "0.001")]
    [InlineData("var n = true;", "False", "False")]
    [InlineData("int? n = 5;", "null", "<null>")]
    [InlineData("int? n = null;", "5", "5")]
    [InlineData("var n = \"quick\";", "full", "full")]
    [InlineData("var n = \"quick\";", "12", "12")]
    [InlineData("var n = \"quick\";", "null", "null")]
    [InlineData("var n = \"quick\";", "", "")]
    [InlineData("var n = \"quick\";", "سلام 你好 🎉", "سلام 你好 🎉")]
    [InlineData("var n = 'c';", "d", "d")]
    [InlineData("var n = DayOfWeek.Friday;", "monday", "Monday")]
    [InlineData("var n = DateTime.UnixEpoch;", "2026-03-27", "2026-03-27 00:00:00Z")]
    [InlineData("var n = new DateOnly(2000, 1, 1); n.Year", "2026-03-27", "2026")]
    [InlineData("var n = TimeSpan.Zero;", "01:30:00", "01:30:00")]
    [InlineData("var n = Guid.Empty;", "01234567-89ab-cdef-0123-456789abcdef", "01234567-89ab-cdef-0123-456789abcdef")]
    [InlineData("int[] n = [1];", "[50, 30]", "[ 50, 30 ]")]
    [InlineData("List<string> n = new();", "[\"a\", null]", "[ a, <null> ]")]
    [InlineData("var n = (Rate: 0.1, Epochs: 3);", "{\"Item1\": 0.5, \"Item2\": 7}", "( 0.5, 7 )")]
    [InlineData("var n = new Dictionary<string, int>(); n[\"a\"]", "{\"a\": 1}", "1")]
    [InlineData("var (a, m) = (1, 2); var n = 3; a + m", "5", "3")]
    public async Task A_word_from_the_command_line_becomes_a_value_of_the_variables_type(string code, string word, string shown)
    {
        var cell = code.EndsWith(';') ? code + "\nn" : code;

        var run = await session.RunAsync(cell, new ParameterValue(word));

        Assert.Equal(shown, run.Shown);
    }

    [Fact]
    public async Task Records_of_the_notebook_are_made_from_JSON()
    {
        await session.RunAsync("record Net(string Activation, int[] Hidden, double Rate = 0.1); enum Size { Small, Large }");

        var net = await session.RunAsync("var n = new Net(\"relu\", [15]);\n$\"{n.Activation} {n.Hidden[1]} {n.Rate}\"",
            new ParameterValue("{\"activation\": \"tanh\", \"hidden\": [5, 6]}", IsJson: true));
        var size = await session.RunAsync("var n = Size.Small;\nn", new ParameterValue("large"));

        Assert.Equal(("tanh 6 0.1", "Large"), (net.Shown, size.Shown));
    }

    [Fact]
    public async Task What_a_cell_computes_from_a_parameter_follows_it()
    {
        var run = await session.RunAsync("var n = 10;\nvar half = n / 2;\nhalf", new ParameterValue("50"));

        Assert.Equal("25", run.Shown);
    }

    [Theory]
    [InlineData("\"; Console.WriteLine(\"injected\"); var x = \"")]
    [InlineData("{n} \\u0022 \\ \r\n // */ #!time")]
    public async Task A_value_is_data_and_never_code(string text)
    {
        var run = await session.RunAsync("var n = \"\";\nn", new ParameterValue(text));

        Assert.Equal((text, ""), (run.Value, run.Out));
    }

    [Fact]
    public async Task Places_in_a_parameters_cell_stay_the_authors()
    {
        var error = (await session.RunAsync("var n = 1; int wrong = \"x\";", new ParameterValue("2"))).Diagnostics[0];

        Assert.Equal((1, 24), (error.Line, error.Column));
    }

    [Theory]
    [InlineData("var n = 5;", "many", "Parameter n: a value of type Int32 is required; received many. Write a number of its range, such as 12.")]
    [InlineData("var n = 5;", "null", "Parameter n: a value of type Int32 is required; received null. Write a number of its range, such as 12.")]
    [InlineData("var n = (byte)5;", "300", "Parameter n: a value of type Byte is required; received 300. Write a number of its range, such as 12.")]
    [InlineData("var n = DayOfWeek.Friday;", "5",
        "Parameter n: a value of type DayOfWeek is required; received 5. Write one of: Sunday, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday.")]
    [InlineData("var n = new int[0];", "5", "Parameter n: a value of type Int32[] is required; received 5. Write JSON such as [1, 2].")]
    public async Task A_value_that_does_not_fit_fails_the_cell_before_any_of_it_runs(string code, string word, string message)
    {
        var run = await session.RunAsync("Console.WriteLine(\"runs\");\n" + code, new ParameterValue(word));

        Assert.Equal((CellErrorKind.Parameter, message, ""), (run.Error!.Kind, run.Error.Message, run.Out));
        Assert.Equal((2, code.IndexOf("n =", StringComparison.Ordinal) + 1, code), (run.Error.Position!.Line, run.Error.Position.Column, run.Error.SourceLine));
    }

    [Fact]
    public async Task A_number_in_a_file_is_no_text()
    {
        var error = (await session.RunAsync("var n = \"\";", new ParameterValue("12", IsJson: true))).Error!;

        Assert.Equal("Parameter n: a value of type String is required; received 12. Write a text, in quotes in JSON and YAML: \"12\".", error.Message);
    }
}
