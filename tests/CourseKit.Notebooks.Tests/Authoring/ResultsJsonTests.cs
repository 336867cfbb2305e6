using System.Text.Json;
using CourseKit.Notebooks.Authoring;

namespace CourseKit.Notebooks.Tests.Authoring;

public class ResultsJsonTests
{
    private static readonly AssignmentResult Result = new("hw1", "students/hw1.dib",
        [new TestResult("sigmoid-values", 2, true, "passed", null, 4), new TestResult("softmax-rows", 2.5m, false, "failed", "rows sum to 5.1 “…”", 6)],
        [new QuestionResult("why-69", 3, null)]);

    [Fact]
    public void Results_are_data_that_other_programs_read() => Approved.Check(ResultsJson.Write([Result]), "Results.json");

    [Fact]
    public void What_was_written_is_read_back()
    {
        var read = Assert.Single(ResultsJson.Read(ResultsJson.Write([Result])));

        Assert.Equal((Result.Assignment, Result.Notebook, 2m, 4.5m), (read.Assignment, read.Notebook, read.Earned, read.Points));
        Assert.Equal(Result.Tests, read.Tests);
        Assert.Equal(Result.Questions, read.Questions);
    }

    [Fact]
    public void The_schema_that_is_published_is_that_of_the_types() =>
        Assert.Equal(File.ReadAllText(Repository.PathOf("notebooks", "guides", "assignment-results.schema.json")).ReplaceLineEndings("\n"), ResultsJson.Schema);

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"schema\": 1, \"results\": [{\"assignment\": \"hw1\"}]}")]
    [InlineData("{\"schema\": 1, \"results\": [], \"more\": 1}")]
    public void What_the_schema_does_not_allow_is_refused(string json) => Assert.Throws<JsonException>(() => ResultsJson.Read(json));

    [ErrorCases]
    internal static IEnumerable<(string, Action)> Errors() => [("Results: of another schema", () => ResultsJson.Read("{\"schema\": 2, \"results\": []}"))];
}
