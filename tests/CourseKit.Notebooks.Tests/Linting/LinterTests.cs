using CourseKit.Notebooks.Documents;
using CourseKit.Notebooks.Linting;
using CourseKit.Notebooks.Tests.Sessions;

namespace CourseKit.Notebooks.Tests.Linting;

public class LinterTests
{
    private const string Head = "#!markdown\n# Title\nYou will be able to do it.\n";

    public static TheoryData<string> Course
    {
        get
        {
            var files = new TheoryData<string>();
            foreach (var path in Directory.EnumerateFiles(Repository.PathOf("notebooks"), "*.dib").Order(StringComparer.Ordinal))
                files.Add(Path.GetFileName(path));
            return files;
        }
    }

    [Theory]
    [MemberData(nameof(Course))]
    public void The_notebooks_of_the_course_keep_every_rule(string file) =>
        Assert.Empty(Linter.Check(NotebookFile.Load(Repository.PathOf("notebooks", file))).Select(finding => finding.Text(file)));

    [Theory]
    [InlineData("title", "#!markdown\nYou will be able to.\n#!csharp\n1\n")]
    [InlineData("title", "#!csharp\n1\n#!markdown\n# Title\n", "goal")]
    [InlineData("goal", "#!markdown\n# Title\n#!csharp\n1\n#!markdown\nYou will be able to.\n")]
    [InlineData("kernel", Head + "#!fsharp\nlet x = 1\n")]
    [InlineData("magic", Head + "#!csharp\n#!time\n1\n")]
    [InlineData("magic", Head + "#!csharp\nvar text = \"\"\"\n#!sql --from x\n\"\"\";\n")]
    [InlineData("magic", Head + "#!markdown\nWrite\n#!sql\n")]
    [InlineData("directive", Head + "#!csharp\n// coursekit: tiemout 5s\n")]
    [InlineData("directive", Head + "#!markdown\n<!-- coursekit: teacheronly -->\n")]
    [InlineData("reference", Head + "#!csharp\n  #r \"x.dll\"\n")]
    [InlineData("reference", Head + "#!csharp\n#r \"x.dll\" // the kit\n")]
    [InlineData("reference", Head + "#!csharp\n1\n#!csharp\n#load \"x.csx\"\n")]
    [InlineData("reference", Head + "#!csharp\nusing System.IO;\n#r \"x.dll\"\n")]
    [InlineData("package", Head + "#!csharp\n#r \"nuget:Microsoft.ML, 3.0\"\n")]
    [InlineData("absolute-path", Head + "#!csharp\nvar path = \"/home/me/x.csv\";\n")]
    [InlineData("absolute-path", Head + "#!csharp\nvar path = @\"C:\\data\\x.csv\";\n")]
    [InlineData("absolute-path", Head + "#!csharp\nvar path = $\"/tmp/{1}.csv\";\n")]
    [InlineData("absolute-path", Head + "#!csharp\n#r \"/opt/kit/CourseKit.dll\"\n")]
    [InlineData("absolute-path", Head + "#!markdown\n[here](file:///home/me/x.html)\n")]
    [InlineData("static-function", Head + "#!csharp\nint Twice(int x) => 2 * x;\n#!csharp\nclass A { public int B() => Twice(1); }\n")]
    [InlineData("top-level-using", Head + "#!csharp\nusing var reader = new System.IO.StringReader(\"\");\n")]
    [InlineData("namespace", Head + "#!csharp\nnamespace A { }\n")]
    [InlineData("console-input", Head + "#!csharp\nvar name = Console.ReadLine();\n")]
    [InlineData("display-semicolon", Head + "#!csharp\ndisplay(1)\n")]
    [InlineData("display-semicolon", Head + "#!csharp\nvar x = 1;\nx.Display()\n")]
    [InlineData("display-update", Head + "#!csharp\nvar shown = display(1);\n#!csharp\nshown.Update(2);\n")]
    [InlineData("seed", Head + "#!csharp\nvar random = new Random();\n")]
    [InlineData("seed", Head + "#!csharp\nvar x = Random.Shared.Next();\n")]
    public void What_breaks_a_rule_is_found(string rule, string dib, string? andRule = null) =>
        Assert.Equal(new[] { rule, andRule }.OfType<string>().Order(), Rules(dib));

    [Theory]
    [InlineData("#!csharp\n#r \"../artifacts/kit/CourseKit.dll\"\nusing System.IO;\n")]
    [InlineData("#!csharp\n// coursekit: requires nuget:Microsoft.ML\n#r \"nuget:Microsoft.ML, 3.0\"\n")]
    [InlineData("#!csharp\nstatic int Twice(int x) => 2 * x;\nint Thrice(int x) => 3 * x;\n#!csharp\nclass A { int Thrice(int x) => x; public int B() => Twice(Thrice(1)); }\n")]
    [InlineData("#!csharp\nusing (var reader = new System.IO.StringReader(\"\")) { }\n")]
    [InlineData("#!csharp\nusing Numbers = System.Collections.Generic.List<int>;\n")]
    [InlineData("#!csharp\nvar url = \"/page\"; var address = \"https://a.b\"; var share = \"\\n\"; // /home/me\n")]
    [InlineData("#!csharp\nvar random = new Random(1);\nrandom.Next()\n")]
    [InlineData("#!csharp\ndisplay(1);\nConsole.WriteLine(\"  #!time\");\n")]
    [InlineData("#!csharp\nvar progress = new System.Text.StringBuilder();\nstatic void Update(int x) { }\nUpdate(1);\n")]
    [InlineData("#!markdown\nA line `#!time` and\n    #!csharp\nare fine, and [a link](../data/README.md).\n")]
    public void What_keeps_the_rules_is_not_found(string cells) => Assert.Empty(Rules(Head + cells));

    [Fact]
    public void A_cell_may_have_twenty_five_lines_and_no_more()
    {
        static string Cell(int lines) => Head + "#!csharp\n" + string.Concat(Enumerable.Repeat("1;\n", lines));

        Assert.Empty(Rules(Cell(25)));
        Assert.Equal(["long-cell"], Rules(Cell(26)));
    }

    [Fact]
    public void Kept_outputs_are_found_and_cleared()
    {
        using var folder = new TempFolder();
        var cell = new NotebookCell { Kernel = "csharp", Source = "1", Id = "c", ExecutionCount = 3, Outputs = [new StreamOutput("stdout", "x")] };
        var title = new NotebookCell { Kind = CellKind.Markdown, Kernel = "markdown", Source = "# Title\nbe able to", Id = "t" };
        var path = Path.Combine(folder.Path, "a.ipynb");
        NotebookFile.Save(new NotebookDocument { Cells = [title, cell] }, path);

        Assert.Equal("outputs", Assert.Single(Linter.Check(NotebookFile.Load(path))).Rule);
        Assert.Equal(1, Linter.Fix(path));

        var cured = NotebookFile.Load(path).Cells[1];
        Assert.Equal((0, null, "1"), (cured.Outputs.Count, cured.ExecutionCount, cured.Source));
    }

    [Fact]
    public void What_needs_no_thinking_is_cured_and_the_rest_stays()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.dib", Head + """

            #!csharp

              #r "x.dll" // the kit
            #r "nuget:Microsoft.ML, 3.0"
            var scale = 2;
            [System.Obsolete] int Twice(int x) => 2 * x;
            int Scaled(int x) => scale * x;
            class A { public int B() => Twice(1) + Scaled(2); }
            display(
                Twice(1))

            """);

        Assert.Equal(5, Linter.Fix(path));

        Assert.Equal(Head.Replace("#!markdown\n", "#!markdown\n\n", StringComparison.Ordinal) + """

            #!csharp

            #r "x.dll"
            // coursekit: requires nuget:Microsoft.ML
            #r "nuget:Microsoft.ML, 3.0"
            var scale = 2;
            [System.Obsolete] static int Twice(int x) => 2 * x;
            int Scaled(int x) => scale * x;
            class A { public int B() => Twice(1) + Scaled(2); }
            display(
                Twice(1));

            """, File.ReadAllText(path).ReplaceLineEndings("\n"));
        var left = Assert.Single(Linter.Check(NotebookFile.Load(path)));
        Assert.Equal(
            "a.dib(13), cell 2, line 6: static-function: a static function is required where a class calls it; Scaled is not static. Write static before int, and hand it scale as a parameter.",
            left.Text("a.dib"));
    }

    [Fact]
    public void A_file_with_nothing_to_cure_is_not_touched()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.dib", "#!csharp\r\n1\r\n");

        Assert.Equal(0, Linter.Fix(path));

        Assert.Equal("#!csharp\r\n1\r\n", File.ReadAllText(path));
    }

    [Fact]
    public void Every_rule_has_a_name_of_its_own() => Assert.Equal(Linter.Rules.Distinct(), Linter.Rules);

    private static string[] Rules(string dib) => [.. Linter.Check(DibFormat.Parse(dib)).Select(finding => finding.Rule).Order()];
}
