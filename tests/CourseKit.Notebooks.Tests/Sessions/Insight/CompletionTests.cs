using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Tests.Sessions.Insight;

public class CompletionTests(TestSession session) : IClassFixture<TestSession>
{
    [Theory]
    [InlineData("Console.Wri|", "Write", "WriteLine")]
    [InlineData("Console.wRi|", "Write", "WriteLine")]
    [InlineData("Math.PI.|", "CompareTo", "ToString")]
    [InlineData("\"text\".|", "Length", "Substring", "Where")]
    [InlineData("System.Text.|", "StringBuilder", "Json", "RegularExpressions")]
    [InlineData("using System.Te|", "Text")]
    [InlineData("using Sys|", "System")]
    [InlineData("DayOfWeek.|", "Monday", "Sunday")]
    [InlineData("var now = new DateTi|", "DateTime", "DateTimeOffset")]
    [InlineData("var one = Enumer|", "Enumerable")]
    [InlineData("for| ", "for", "foreach")]
    [InlineData("var list = new List<string>();\nlist.|", "Add", "Count", "Select")]
    [InlineData("var list = new List<string>();\nlist.|\nvar next = 3;", "Add", "Count", "Select")]
    [InlineData("static double Square(double x) => x * x;\nSq|", "Square")]
    [InlineData("new[] { 1, 2 }.Select(number => number.|)", "CompareTo", "ToString")]
    [InlineData("new[] { \"a\" }.Select(word => word.|", "Length", "Substring")]
    [InlineData("string? text = null;\ntext?.|", "Length", "Substring")]
    [InlineData("int? number = null;\nnumber?.|", "CompareTo")]
    [InlineData("foreach (var letter in \"abc\") { lett| }", "letter")]
    [InlineData("var text = $\"{Math.|}\";", "PI", "Sqrt")]
    [InlineData("dis|", "display")]
    [InlineData("class Dog { int age; void Bark() { ag| } }", "age")]
    [InlineData("string.Join(separ|)", "separator:")]
    [InlineData("new StringBuilder(capa|)", "capacity:")]
    [InlineData("new System.IO.FileStreamOptions { Mo| }", "Mode")]
    [InlineData("new System.IO.FileStreamOptions { Mode = System.IO.FileMode.Open, Buf|", "BufferSize")]
    [InlineData("new System.IO.FileStreamOptions { Mode = Cre| }", "System.IO.FileMode.Create", "System.IO.FileMode.CreateNew")]
    [InlineData("DayOfWeek day = |", "DayOfWeek.Monday")]
    [InlineData("if (DateTime.MinValue.DayOfWeek == Mon|)", "DayOfWeek.Monday")]
    [InlineData("\"a b\".Split(' ', Rem|)", "StringSplitOptions.RemoveEmptyEntries")]
    [InlineData("\"a b\".Split(' ', options: Rem|)", "StringSplitOptions.RemoveEmptyEntries")]
    public async Task What_may_be_written_is_offered(string marked, params string[] expected)
    {
        var texts = (await CompleteAsync(marked)).Items.Select(item => item.Text).ToList();

        Assert.Subset(texts.ToHashSet(), expected.ToHashSet());
    }

    [Theory]
    [InlineData("Math.PI.|", "MaxValue")]
    [InlineData("double.|", "CompareTo")]
    [InlineData("using System.Te|", "TextReader")]
    [InlineData("Console.|", "get_Out")]
    [InlineData("CourseKit.Notebooks.Sessions.|", "LoopGuard")]
    [InlineData("new Wri|", "Write")]
    [InlineData("new System.IO.FileStreamOptions { |", "Console")]
    [InlineData("new System.IO.FileStreamOptions { Mode = System.IO.FileMode.Open, |", "Mode")]
    public async Task What_may_not_be_written_is_not(string marked, string unexpected)
    {
        var texts = (await CompleteAsync(marked)).Items.Select(item => item.Text);

        Assert.DoesNotContain(unexpected, texts);
    }

    [Theory]
    [InlineData("// Cons|")]
    [InlineData("/* Cons| */")]
    [InlineData("/* Cons|")]
    [InlineData("var text = \"Cons|\";")]
    [InlineData("var text = \"Cons|")]
    [InlineData("var text = $\"{1} Cons|\";")]
    [InlineData("var text = $\"{1:Cons|}\";")]
    [InlineData("var text = \"\"\"\nCons|\n\"\"\";")]
    [InlineData("var letter = 'C|';")]
    [InlineData("var number = 3.|")]
    [InlineData("var number = 1e|")]
    [InlineData("var Cons|")]
    [InlineData("int Cons|")]
    [InlineData("class Cons|")]
    [InlineData("foreach (var Cons| in \"\")")]
    [InlineData("nothingOfTheKind.|")]
    [InlineData("#!html\n<b>Cons|")]
    public async Task Where_no_name_can_stand_nothing_is_offered(string marked) => Assert.Empty((await CompleteAsync(marked)).Items);

    [Fact]
    public async Task The_word_that_is_written_is_what_gets_replaced()
    {
        var completions = await CompleteAsync("Console.Wri|teLine(1);");

        Assert.Equal(("Console.".Length, "Console.Wri".Length), (completions.Start, completions.End));
    }

    [Fact]
    public async Task Variables_functions_types_and_usings_of_earlier_cells_are_known()
    {
        await session.RunAsync("using System.Globalization;\nvar weights = new[] { 1.0, 2.0 };\nstatic double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));\nrecord Layer(int Size, string Name);");
        await session.RunAsync("var layers = new List<Layer> { new(3, \"hidden\") };");

        Assert.Contains(new CompletionItem("weights", "variable", "double[] weights"), (await CompleteAsync("we|")).Items);
        Assert.Contains(new CompletionItem("Sigmoid", "method", "double Sigmoid(double x)"), (await CompleteAsync("Sig|")).Items);
        Assert.Contains(new CompletionItem("Layer", "class", "record Layer"), (await CompleteAsync("new La|")).Items);
        Assert.Contains(new CompletionItem("Name", "property", "string Name { get; init; }"), (await CompleteAsync("layers.Where(layer => layer.Na|)")).Items);
        Assert.Contains("CultureInfo", (await CompleteAsync("Cultur|")).Items.Select(item => item.Text));
    }

    [Fact]
    public async Task What_is_nearest_comes_first()
    {
        await session.RunAsync("var consoles = 3;");

        var items = (await CompleteAsync("static void Print(int consoleWidth) { con| }")).Items;

        Assert.Equal(["consoleWidth", "consoles", "const", "continue"], items.Take(4).Select(item => item.Text));
        Assert.Equal(["parameter", "variable", "keyword", "keyword"], items.Take(4).Select(item => item.Kind));
        Assert.Contains("Console", items.Skip(4).Select(item => item.Text));
    }

    [Fact]
    public async Task Of_overloads_there_is_one_that_says_how_many_others_there_are()
    {
        var item = Assert.Single((await CompleteAsync("Console.WriteLin|")).Items);

        Assert.Matches(@"^void WriteLine\(.*\) \(\+ \d+ overloads\)$", item.Signature);
    }

    [Fact]
    public async Task Without_a_word_the_list_ends_somewhere()
    {
        await session.RunAsync("var zebra = 1;");

        var items = (await CompleteAsync("|")).Items;

        Assert.Contains("zebra", items.Select(item => item.Text));
        Assert.InRange(items.Count, 10, 400);
    }

    [Theory]
    [InlineData("#!s|", "#!set", "#!share")]
    [InlineData("#|", "#!csharp", "#!time", "#r", "#i", "#load")]
    [InlineData("var x = 1;\n#!html|", "#!html")]
    [InlineData("#!set --na|", "--name")]
    [InlineData("#!set --name x |", "--value", "--byref")]
    [InlineData("#!html\n<b>x</b>\n#!cs|", "#!csharp")]
    public async Task Commands_are_offered_at_the_beginning_of_a_line(string marked, params string[] expected)
    {
        var completions = await CompleteAsync(marked);

        var items = completions.Items.Where(item => item.Kind == "magic").Select(item => item.Text).ToHashSet();
        Assert.Subset(items, expected.ToHashSet());
        var word = marked[..marked.IndexOf('|', StringComparison.Ordinal)].Split('\n', ' ')[^1];
        Assert.All(items, item => Assert.StartsWith(word, item, StringComparison.Ordinal));
        Assert.Equal(completions.End - word.Length, completions.Start);
    }

    [Theory]
    [InlineData("#!time\nConsole.Wri|")]
    [InlineData("#!csharp\nConsole.Wri|\n#!html\n<b>bold</b>")]
    [InlineData("#!html\n<b>Привет 🎓</b>\n#!csharp\nvar a = 1;\nConsole.Wri|")]
    [InlineData("#r \"nowhere.dll\"\n#i \"nuget:nowhere\"\nConsole.Wri|")]
    [InlineData("#!set --name n --value 3\nConsole.WriteLine(1);\n#!who\nConsole.Wri|")]
    [InlineData("var s = \"🎓\";\r\nConsole.Wri|")]
    public async Task Commands_and_other_languages_around_the_code_move_nothing(string marked)
    {
        var completions = await CompleteAsync(marked);

        Assert.Equal(["Write", "WriteLine"], completions.Items.Select(item => item.Text));
        Assert.Equal(marked.IndexOf("Wri|", StringComparison.Ordinal), completions.Start);
    }

    [Theory]
    [InlineData(-5)]
    [InlineData(99)]
    public async Task A_place_outside_the_cell_is_its_nearest_end(int position)
    {
        var completions = await session.Session.CompleteAsync("Math", position);

        Assert.Equal(position < 0 ? 0 : 4, completions.End);
    }

    [Fact]
    public async Task A_library_is_known_once_the_cell_has_run_that_refers_to_it()
    {
        BuiltLibrary.Build(Path.Combine(session.Folder, "Zoo.dll"), "namespace Zoo { public class Lion { public int Teeth; internal int Secret; } }");
        await session.RunAsync("#r \"Zoo.dll\"\nusing Zoo;\nvar lion = new Lion();");

        Assert.Contains("Zoo", (await CompleteAsync("using Zo|")).Items.Select(item => item.Text));
        var members = (await CompleteAsync("lion.|")).Items.Select(item => item.Text).ToList();
        Assert.Contains("Teeth", members);
        Assert.DoesNotContain("Secret", members);
    }

    [Fact]
    public async Task What_somebody_only_writes_leaves_no_trace()
    {
        await session.RunAsync("var kept = 1;");
        for (var round = 0; round < 20; round++)
            await CompleteAsync($"var unkept{round} = kept; object o{round} = unke|");

        Assert.Equal("1", (await session.RunAsync("object boxed = kept; boxed")).Shown);
        Assert.DoesNotContain((await CompleteAsync("unke|")).Items, item => item.Text.StartsWith("unkept", StringComparison.Ordinal));
    }

    private Task<CodeCompletions> CompleteAsync(string marked) => session.CompleteAsync(marked);
}
