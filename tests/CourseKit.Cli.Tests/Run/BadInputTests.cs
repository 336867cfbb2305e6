using System.Text;

namespace CourseKit.Cli.Tests.Run;

/// <summary>Everything wrong that may be typed or lie there: what is said, and the exit code. All of it is read in one approved file.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_said_of_bad_input_reads_as_approved()
    {
        _folder.Write("good.dib", "#!csharp\n1\n");
        _folder.Write("notes.txt", "not a notebook");
        _folder.Write("empty.dib", "");
        _folder.Write("words.dib", "#!markdown\nOnly words.\n");
        _folder.Write("meta.dib", "#!meta\n{\"kernelInfo\": oops}\n#!csharp\n1\n");
        _folder.Write("json.ipynb", "{\"cells\": [");
        _folder.Write("fsharp.dib", "#!fsharp\nlet x = 1\n");
        _folder.Write("magic.dib", "#!csharp\n#!lsmagik\n1\n");
        _folder.Write("course/dll.dib", "#!csharp\n#r \"../artifacts/kit/CourseKit.dll\"\n");
        _folder.Write("other/good.dib", "#!csharp\n1\n");
        _folder.Write("a-file", "");
        _folder.Write("index.dib", "#!csharp\n1\n");
        _folder.Write("expect.dib",
            "#!csharp\n// coursekit: expect throws DivideByZeroException\n1\n#!csharp\n// coursekit: expect compile-error CS0029\nint x = 1 / zero;\n" +
            "#!csharp\n// coursekit: expect throws DivideByZeroException\nvar zero = 0;\n1 / zero\n#!csharp\n// coursekit: requires nuget:Microsoft.ML\n1\n" +
            "#!csharp\n// coursekit: skip needs a camera\n1\n");
        _folder.Write("lint.dib", "#!markdown\n# Title\nYou will be able to.\n#!csharp\n#r \"x.dll\" // it\nvar random = new Random();\ndisplay(random)\n");
        Directory.CreateDirectory(Path.Combine(_folder.Path, "no-notebooks"));
        WriteCourses();
        // A feed without packages, so that no network is asked for one.
        Directory.CreateDirectory(Path.Combine(_folder.Path, "feed"));
        _folder.Write("nuget.config", "<configuration><packageSources><clear /><add key=\"test\" value=\"feed\" /></packageSources></configuration>");

        string[][] commands =
        [
            [], ["rnu", "good.dib"], ["run"], ["run", "good.dib", "--outt", "x"], ["run", "good.dib", "--cell-timeout", "soon"],
            ["run", "good.dib", "--timeout-scale", "0"], ["run", "god.dib"], ["run", "nowhere/good.dib"], ["run", "no-notebooks"], ["run", "notes.txt"],
            ["run", "empty.dib"], ["run", "words.dib"], ["run", "meta.dib"], ["run", "json.ipynb"], ["run", "fsharp.dib"], ["run", "magic.dib"], ["run", "course/dll.dib"],
            ["run", "good.dib", "other/good.dib"], ["run", "fsharp.dib", "good.dib", "meta.dib"], ["run", "good.dib", "--out", "a-file"],
            ["run", "good.dib", "--junit", "a-file/junit.xml"], ["run", "index.dib"], ["run", "expect.dib"],
            ["lint"], ["lint", "good.dib", "--fxi"], ["lint", "god.dib"], ["lint", "meta.dib"], ["lint", "no-notebooks"], ["lint", "good.dib", "lint.dib"],
            ["lint", "lint.dib", "--fix"],
            ["course"], ["course", "no-notebooks"], ["course", "untitled"], ["course", "aimless"], ["course", "needless"], ["course", "unmarked"],
            ["course", "course", "--quick", "none.jsonl"], ["course", "course", "--quick", "notes.txt"], ["course", "course", "--quick", "begun.jsonl"],
            ["course", "course", "--quick", "full.jsonl"], ["course", "course", "--record", "notes.txt"], ["course", "course", "--record", "odd.json"],
            ["jupyter"], ["jupyter", "install", "--user", "--prefix", "here"], ["jupyter", "install", "--prefix", "a-file"], ["jupyter", "uninstall", "--prefix", "no-notebooks"],
            ["jupyter", "run"], ["jupyter", "run", "--connection-file", "none.json"], ["jupyter", "run", "--connection-file", "notes.txt"],
        ];
        var text = new StringBuilder();
        foreach (var command in commands)
        {
            var run = await CourseKitProcess.RunAsync(_folder.Path, command);
            text.Append("$ coursekit ").AppendJoin(' ', command).Append('\n').Append(run.Out).Append(run.Error);
            text.Append("exit code ").Append(run.ExitCode).Append("\n\n");
        }

        Approved.Check(Normal(text.ToString()), "BadInput.txt");
    }

    [Theory]
    [InlineData("Help.txt", "--help")]
    [InlineData("HelpRun.txt", "run", "--help")]
    [InlineData("HelpLint.txt", "lint", "--help")]
    [InlineData("HelpCourse.txt", "course", "--help")]
    [InlineData("HelpJupyter.txt", "jupyter", "--help")]
    public async Task Help_reads_as_approved(string name, params string[] arguments)
    {
        var run = await CourseKitProcess.RunAsync(_folder.Path, arguments);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Approved.Check(Normal(run.Out), name);
    }

    private void WriteCourses()
    {
        const string Goals = "You will be able to**\n\n- run it.\n\n";
        _folder.Write("untitled/01-a.dib", $"#!markdown\n{Goals}*You need:* time.\n");
        _folder.Write("aimless/01-a.dib", "#!markdown\n# A\n\n*You need:* time.\n");
        _folder.Write("needless/01-a.dib", $"#!markdown\n# A\n\n{Goals}#!csharp\n1\n");
        foreach (var folder in new[] { "unmarked", "course" })
            _folder.Write($"{folder}/01-a.dib", $"#!markdown\n# A\n\n{Goals}*You need:* time.\n");
        _folder.Write("unmarked/README.md", "# My own page\n");
        _folder.Write("begun.jsonl", "{\"event\":\"runStarted\",\"schema\":1,\"processors\":2,\"notebooks\":[]}\n");
        _folder.Write("full.jsonl", "{\"event\":\"display\",\"verdicts\":{\"title\":\"R4\",\"mode\":\"full\",\"numbers\":[]}}\n");
        _folder.Write("odd.json", "{\"notebooks\": []}");
    }

    private string Normal(string text) =>
        System.Text.RegularExpressions.Regex.Replace(text.Replace(_folder.Path, "<folder>", StringComparison.Ordinal), @"\d+(\.\d)? m?s\b(, \d+ MB\b)?", "<time>");
}
