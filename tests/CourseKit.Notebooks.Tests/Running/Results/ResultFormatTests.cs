using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using System.Xml.Schema;
using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Running;
using CourseKit.Notebooks.Running.Results;
using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Tests.Running.Results;

public class ResultFormatTests
{
    [Fact]
    public void JUnit_reads_as_approved() => Approved.Check(JUnitReport.Write(ExampleRun.Results), "JUnit.xml");

    [Fact]
    public void JUnit_has_the_shape_that_its_readers_expect()
    {
        var schemas = new XmlSchemaSet();
        schemas.Add(null, Repository.PathOf("tests", "CourseKit.Notebooks.Tests", "Running", "Results", "JUnit.xsd"));
        var problems = new List<string>();

        XDocument.Parse(JUnitReport.Write(ExampleRun.Results)).Validate(schemas, (_, problem) => problems.Add(problem.Message));

        Assert.Empty(problems);
    }

    [Fact]
    public void Paths_of_Windows_are_written_as_all_others()
    {
        NotebookResult[] results = [ExampleRun.Results[2] with { Path = "notebooks\\03-c.dib" }];

        foreach (var text in new[] { JUnitReport.Write(results), TrxReport.Write(results), GitHubAnnotations.Of(results, root: null).Single() })
        {
            Assert.Contains("notebooks/03-c.dib", text, StringComparison.Ordinal);
            Assert.DoesNotContain('\\', text);
        }
    }

    [Fact]
    public void The_counts_of_JUnit_are_those_of_its_tests()
    {
        foreach (var suite in XDocument.Parse(JUnitReport.Write(ExampleRun.Results)).Descendants("testsuite"))
            Assert.Equal(
                [suite.Elements("testcase").Count(), suite.Descendants("failure").Count(), suite.Descendants("error").Count(), suite.Descendants("skipped").Count()],
                new[] { "tests", "failures", "errors", "skipped" }.Select(name => (int)suite.Attribute(name)!));
    }

    [Fact]
    public void Trx_reads_as_approved() => Approved.Check(TrxReport.Write(ExampleRun.Results), "Trx.xml");

    [Fact]
    public void Every_result_of_Trx_has_its_definition_and_its_entry()
    {
        var trx = XDocument.Parse(TrxReport.Write(ExampleRun.Results));
        XNamespace ns = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

        var tests = trx.Descendants(ns + "UnitTestResult").Select(test => (string)test.Attribute("testId")!).ToArray();

        Assert.Equal(tests.Distinct(), tests);
        Assert.Equal(tests, trx.Descendants(ns + "UnitTest").Select(test => (string)test.Attribute("id")!));
        Assert.Equal(tests, trx.Descendants(ns + "TestEntry").Select(test => (string)test.Attribute("testId")!));
        Assert.Equal(["10", "8", "2", "6", "2"],
            new[] { "total", "executed", "passed", "failed", "notExecuted" }.Select(name => (string)trx.Descendants(ns + "Counters").Single().Attribute(name)!));
    }

    [Fact]
    public void A_run_of_nothing_is_a_whole_file_all_the_same()
    {
        Assert.NotNull(XDocument.Parse(JUnitReport.Write([])).Root);
        Assert.NotNull(XDocument.Parse(TrxReport.Write([])).Root);
    }

    [Fact]
    public void Annotations_read_as_approved() =>
        Approved.Check(string.Join('\n', GitHubAnnotations.Of(ExampleRun.Results, root: null)) + "\n", "Annotations.txt");

    [Fact]
    public void An_annotation_names_the_file_as_the_checkout_does()
    {
        var root = Path.GetFullPath("checkout");
        var result = ExampleRun.Results[2] with { Path = Path.Combine(root, "notebooks", "03-c.dib") };

        Assert.Equal("::error file=notebooks/03-c.dib,title=03-c.dib::It is broken.", Assert.Single(GitHubAnnotations.Of([result], root)));
    }

    [Fact]
    public void Events_read_as_approved_and_each_is_one_line_of_JSON()
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        var events = new JsonEvents(text, processors: 2);

        events.RunStarted(ExampleRun.Results.Select(result => result.Path));
        var cell = new NotebookCell { Kernel = "csharp", Source = "x", Id = "x" };
        events.NotebookStarted(ExampleRun.Results[0].Path, new NotebookDocument { Cells = [cell] });
        events.CellStarted(2, cell);
        events.Happened(2, new SessionEvent.Output("stdout", "é \"1\"\n"));
        events.Happened(2, new SessionEvent.Displayed(MimeBundle.Of(("text/html", "<b>x</b>"), ("text/plain", "x")), "d1"));
        events.Happened(2, new SessionEvent.Displayed(MimeBundle.Of(("text/plain", "x"), ("application/vnd.coursekit.verdicts+json", "{\"title\":\"R1\"}")), null));
        events.Happened(2, new SessionEvent.Updated(MimeBundle.Of(("image/png", "AAAA")), "d1"));
        events.Happened(2, new SessionEvent.Result(MimeBundle.Of(("text/plain", "42"))));
        events.Happened(2, new SessionEvent.Idle());
        foreach (var result in ExampleRun.Results)
        {
            foreach (var ended in result.Cells)
                events.CellFinished(ended);
            events.NotebookFinished(result);
        }
        events.RunFinished(ExampleRun.Results);

        Assert.All(text.ToString().TrimEnd('\n').Split('\n'), line => Assert.Equal(JsonValueKind.String, JsonDocument.Parse(line).RootElement.GetProperty("event").ValueKind));
        Approved.Check(text.ToString(), "Events.jsonl");
    }
}
