using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Running;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Tests.Running;

public class CellDirectivesTests
{
    [Fact]
    public void All_that_a_cell_asks_for_is_read()
    {
        var read = CellDirectives.Of("""
            // coursekit: timeout 2m
              // coursekit: expect throws System.FormatException
            //coursekit:requires nuget:Microsoft.ML
            // coursekit: requires nuget: Plotly.NET, 5.*
            // coursekit: teacher-only
            // coursekit: parameters
            // coursekit: tolerance 5%
            // coursekit: volatile
            int.Parse("one") // coursekit: this is no whole line
            """);

        Assert.Equal(TimeSpan.FromMinutes(2), read.Timeout);
        Assert.Equal("throws System.FormatException", read.Expects!.ToString());
        Assert.Equal(["Microsoft.ML", "Plotly.NET, 5.*"], read.Packages);
        Assert.True(read.IsTeacherOnly && read.IsParameters && read.IsVolatile);
        Assert.Equal(0.05, read.Tolerance);
        Assert.Null(read.SkipReason);
    }

    [Theory]
    [InlineData("markdown", "Answer:\n<!-- coursekit: teacher-only -->\n42", true)]
    [InlineData("markdown", "// coursekit: teacher-only", false)]
    [InlineData("html", "<!-- coursekit: teacher-only -->", true)]
    [InlineData("fsharp", "// coursekit: teacher-only", true)]
    public void A_directive_is_a_comment_of_the_cells_own_language(string kernel, string source, bool teacherOnly) =>
        Assert.Equal(teacherOnly, CellDirectives.Of(Cell(kernel, source)).IsTeacherOnly);

    [Theory]
    [InlineData("compile-error CS0029", "CS0029", true)]
    [InlineData("compile-error CS0029", "CS0103", false)]
    [InlineData("compile-error CS0029", "CS0029 CS0103", false)]
    [InlineData("compile-error CS0103, CS0029", "CS0029 CS0103", true)]
    [InlineData("throws FormatException", "System.FormatException", true)]
    [InlineData("throws System.FormatException", "System.FormatException", true)]
    [InlineData("throws Exception", "System.FormatException", false)]
    [InlineData("throws FormatException", "CS0029", false)]
    [InlineData("compile-error CS0029", "System.FormatException", false)]
    [InlineData("throws FormatException", "", false)]
    public void An_expectation_is_met_by_exactly_that_failure(string expectation, string came, bool met) =>
        Assert.Equal(met, Expectation.Parse(expectation).Refute(Error(came)) is null);

    internal static CellError? Error(string came) => came switch
    {
        "" => null,
        _ when came.StartsWith("CS", StringComparison.Ordinal) => new CellError
        {
            Kind = CellErrorKind.CompileError,
            Message = $"(1,1): error {came}: Wrong.",
            Diagnostics = [.. came.Split(' ').Select(id => new CellDiagnostic(id, DiagnosticSeverity.Error, "Wrong.", 1, 1, 1, 2))],
        },
        _ => new CellError { Kind = CellErrorKind.Exception, ExceptionType = came, Message = "It is wrong." },
    };

    private static NotebookCell Cell(string kernel, string source) =>
        new() { Kernel = kernel, Source = source, Kind = kernel == "markdown" ? CellKind.Markdown : CellKind.Code };
}
