using System.Text.Json;

namespace CourseKit.Cli.Tests.Course;

/// <summary><c>coursekit course</c>, from what runs printed to the page and the record.</summary>
public sealed class CourseCommandTests : IDisposable
{
    private const string Marks = "<!-- coursekit course: from here on written by the command -->\n<!-- coursekit course: to here -->\n";

    private readonly TemporaryFolder _folder = new();

    public CourseCommandTests()
    {
        _folder.Write("notebooks/00-start.dib", Notebook("Start | here", "nothing.", "look at data,\n- split it,\n  and say why."));
        _folder.Write("notebooks/09-optimizers-fashion-mnist.dib", Notebook("Four optimizers", "[00](00-start.dib)", "compare them.") + Modes);
        _folder.Write("data/readme.md", "");
    }

    private static string Modes => "#!csharp\n// coursekit: parameters\nvar mode = \"quick\";   // how much\n";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_page_and_the_record_read_as_approved()
    {
        _folder.Write("notebooks/README.md", $"# My course\n\nBefore.\n\n{Marks}\nAfter.\n");
        _folder.Write("quick.jsonl", Events(("00-start", 2.14, null), ("09-optimizers-fashion-mnist", 30.5, Verdicts("quick", ("r4.parameters", 266610), ("r4.sgd.test-accuracy", 0.81)))));
        _folder.Write("full.jsonl", Events(("09-optimizers-fashion-mnist", 725, Verdicts("full", ("r4.sgd.test-accuracy", 0.8812), ("r4.adam.overfits-from", 4), ("r4.rmsprop.test-accuracy", 0.5)))));

        var run = await CourseKitProcess.RunAsync(_folder.Path, "course", "notebooks", "--quick", "quick.jsonl", "--full", "full.jsonl");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Approved.Check(_folder.Read("notebooks/README.md"), "CoursePage.md");
        Approved.Check(_folder.Read("data/outcomes.json"), "Outcomes.json");
    }

    [Fact]
    public async Task Later_runs_take_the_place_of_earlier_ones_and_the_rest_stays()
    {
        _folder.Write("one.jsonl", Events(("00-start", 2, null), ("09-optimizers-fashion-mnist", 30, null)));
        _folder.Write("two.jsonl", Events(("00-start", 3, null)));

        await CourseKitProcess.RunAsync(_folder.Path, "course", "notebooks", "--quick", "one.jsonl");
        await CourseKitProcess.RunAsync(_folder.Path, "course", "notebooks", "--quick", "two.jsonl");

        var page = _folder.Read("notebooks/README.md");
        Assert.Contains("| nothing | 3.0 s | has one mode |", page, StringComparison.Ordinal);
        Assert.Contains("| [00](00-start.dib) | 30.0 s | not yet run |", page, StringComparison.Ordinal);
        Assert.Contains("All of them take 33.0 s in quick mode", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_failed_is_said_to_have_failed()
    {
        _folder.Write("run.jsonl", Events(("00-start", 2, null)).Replace("\"verdict\":\"passed\"", "\"verdict\":\"failed\"", StringComparison.Ordinal));

        await CourseKitProcess.RunAsync(_folder.Path, "course", "notebooks", "--quick", "run.jsonl");

        Assert.Contains("| nothing | **failed** |", _folder.Read("notebooks/README.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_runs_the_page_is_written_anew_and_nothing_else()
    {
        var run = await CourseKitProcess.RunAsync(_folder.Path, "course", "notebooks");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("| not yet run | has one mode |", _folder.Read("notebooks/README.md"), StringComparison.Ordinal);
        Assert.False(_folder.Has("data/outcomes.json"));
    }

    [Fact]
    public async Task What_a_real_run_prints_is_understood()
    {
        var kit = Repository.PathOf("artifacts", "kit", "CourseKit.dll").Replace('\\', '/');
        _folder.Write("notebooks/09-optimizers-fashion-mnist.dib", Notebook("Four optimizers", "nothing", "compare them.") + Modes +
            $"#!csharp\n#r \"{kit}\"\nvar verdicts = CourseKit.Reports.Verdicts.Of(\"R4\", mode, \"r4.parameters\");\nverdicts.Check(\"r4.parameters\", 266610);\nverdicts.Conclude();\n");

        var run = await CourseKitProcess.RunAsync(_folder.Path, "run", "notebooks", "--json", "-p", "mode=full");
        _folder.Write("full.jsonl", run.Out);
        var course = await CourseKitProcess.RunAsync(_folder.Path, "course", "notebooks", "--full", "full.jsonl");

        Assert.Equal((0, "", 0, ""), (run.ExitCode, run.Error, course.ExitCode, course.Error));
        Assert.Contains("| parameters | 266 610 |  | 266610 | ✓ reproduced |", _folder.Read("notebooks/README.md"), StringComparison.Ordinal);
    }

    private static string Notebook(string title, string needs, string goals) =>
        $"#!markdown\n# {title}\n\n**After this notebook you will be able to**\n\n- {goals}\n\n*You need:* {needs} *Takes:* a minute.\n#!csharp\n1\n";

    private static string Verdicts(string mode, params (string Id, double Ours)[] numbers) =>
        JsonSerializer.Serialize(new { title = "R4", mode, numbers = numbers.Select(number => new { id = number.Id, ours = number.Ours, verdict = "" }) });

    private static string Events(params (string Notebook, double Seconds, string? Verdicts)[] runs)
    {
        var lines = new List<string> { """{"event":"runStarted","schema":1,"processors":2,"notebooks":[]}""" };
        foreach (var (notebook, seconds, verdicts) in runs)
        {
            if (verdicts is not null)
                lines.Add($$"""{"event":"display","notebook":"notebooks/{{notebook}}.dib","cell":9,"mimeTypes":[],"verdicts":{{verdicts}}}""");
            lines.Add(FormattableString.Invariant($$"""{"event":"notebookFinished","notebook":"notebooks/{{notebook}}.dib","verdict":"passed","seconds":{{seconds}}}"""));
        }
        return string.Join('\n', lines) + "\n";
    }
}
