using CourseKit.Notebooks.Sessions;

namespace CourseKit.Notebooks.Tests.Sessions;

/// <summary>Magic commands where the goldens of the kernel say nothing.</summary>
public class MagicTests(TestSession session) : IClassFixture<TestSession>
{
    [Theory]
    [InlineData("#!html\n<b>x</b>", "text/html=<b>x</b>")]
    [InlineData("#!javascript\nf()", "text/html=<script type=\"text/javascript\">f()</script>")]
    [InlineData("#!js\nf()", "text/html=<script type=\"text/javascript\">f()</script>")]
    [InlineData("#!markdown \n*a*", "text/html=<p><em>a</em></p>\n")]
    [InlineData("#!mermaid\ngraph LR; A-->B", "text/vnd.mermaid=graph LR; A-->B text/html=<pre class=\"mermaid\">graph LR; A--&gt;B</pre> text/plain=graph LR; A-->B")]
    [InlineData("CSS(\"p { content: '`${x}</style>' }\");",
        "text/html=<script type=\"text/javascript\">var css = `p { content: '\\`\\${x}<\\/style>' }`; " +
        "document.head.appendChild(Object.assign(document.createElement('style'), { textContent: css }));</script>")]
    public async Task Texts_in_other_languages_are_shown_as_what_they_are(string code, string expected)
    {
        var run = await session.RunAsync(code);

        Assert.Null(run.Error);
        Assert.Equal(expected, string.Join(' ', Assert.Single(run.Events.OfType<SessionEvent.Displayed>()).Data.Select(entry => $"{entry.Key}={entry.Value}")));
    }

    [Theory]
    [InlineData("html")]
    [InlineData("mermaid")]
    public async Task A_cell_may_be_in_another_language_as_a_whole(string kernel)
    {
        var run = new CellRun();
        await foreach (var happened in session.ExecuteAsync(session.Request("a", null) with { Kernel = kernel }))
            run.Events.Add(happened);

        Assert.Single(run.Events.OfType<SessionEvent.Displayed>());
    }

    [Theory]
    [InlineData("int", "5", "double")]
    [InlineData("int", "5 --byref", "int")]
    [InlineData("string", "\"text\"", "string")]
    [InlineData("bool", "true", "bool")]
    [InlineData("int[]", "[1]", "JsonDocument")]
    [InlineData("int[]", "[1] --byref", "int[]")]
    [InlineData("List<int>", "new() --byref", "List<int>")]
    [InlineData("Dictionary<string, int[]>", "new() --byref", "Dictionary<string, int[]>")]
    public async Task Set_copies_a_value_as_text_unless_asked_for_the_value_itself(string type, string value, string copied)
    {
        var (code, flag) = value.EndsWith(" --byref", StringComparison.Ordinal) ? (value[..^8], " --byref") : (value, "");
        await session.RunAsync($"using System.Text.Json;\n{type} origin = {code};");

        var run = await session.RunAsync($"#!set --name copy --value @csharp:origin{flag}\nstatic string Name<T>(T value) => typeof(T) == typeof({copied}) ? \"as expected\" : typeof(T).Name;\nName(copy)");

        Assert.Equal("as expected", run.Shown);
    }

    [Fact]
    public async Task A_value_whose_type_has_no_name_is_an_object()
    {
        await session.RunAsync("var nameless = new { X = 1 };");

        var run = await session.RunAsync("#!share --from csharp nameless --as taken\ntaken.ToString()");

        Assert.Equal("{ X = 1 }", run.Shown);
    }

    [Theory]
    [InlineData("#!set --name city --value @input", "city", "city", false)]
    [InlineData("#!set --name city --value @input:town", "town", "town", false)]
    [InlineData("#!set --name city --value @input:\"Which town?\"", "Which town?", "city", false)]
    [InlineData("#!set --name city --value @input:{\"prompt\": \"Which town?\"}", "Which town?", "city", false)]
    [InlineData("#!set --name city --value @password:key", "key", "key", true)]
    public async Task A_question_has_a_name_by_which_it_can_be_answered(string code, string prompt, string name, bool secret)
    {
        var run = await session.RunAsync(code + "\ncity.ToString()", answer: "Oslo");

        var asked = Assert.Single(run.Events.OfType<SessionEvent.InputRequested>());
        Assert.Equal((prompt, name, secret), (asked.Prompt, asked.Name, asked.IsSecret));
        Assert.Equal(secret ? "************" : "Oslo", run.Shown);
    }

    [Fact]
    public async Task A_question_that_nobody_answers_fails_the_line_that_asks_it()
    {
        var error = (await session.RunAsync("1\n#!set --name city --value @input:town", answer: null)).Error!;

        Assert.Equal(("Input \"town\": somebody must type an answer; this notebook runs without a keyboard. Answer with --input \"town=…\".", 2), (error.Message, error.Position!.Line));
    }

    [Theory]
    [InlineData("#!set --name class --value 1", "#!set: a name that a C# variable can have is required; received \"class\".")]
    [InlineData("#!set --name \"x; y\" --value 1", "#!set: a name that a C# variable can have is required; received \"x; y\".")]
    [InlineData("#!html\n#!set --name x --value 1", "#!set: a C# section is required; this one is html. Move it below #!csharp.")]
    [InlineData("#!value --name x --from-url https://example.org",
        "#!value --from-url: nothing is downloaded unasked. Put the text into a file, and take it from there with --from-file.")]
    [InlineData("#!import notes.txt", "#!import notes.txt: a notebook (.dib, .ipynb), a script (.cs, .csx), .html, .js, .md or .mmd is required.")]
    [InlineData("#!import script.fsx",
        "\"fsharp\" cells cannot be run: this runner has csharp, html, javascript, markdown, mermaid and value. " +
        "Remove the cell, leave such cells out with --skip-unsupported, or run the notebook where that kernel exists.")]
    [InlineData("#!import circle.dib", "#!import circle.dib: a file that does not import itself is required; circle.dib imports circle.dib. Import it once.")]
    public async Task What_a_command_cannot_do_is_said(string code, string message)
    {
        Write("notes.txt", "text");
        Write("script.fsx", "let x = 1");
        Write("circle.dib", "#!csharp\n\n#!import circle.dib\n");

        var error = (await session.RunAsync(code)).Error!;

        Assert.Equal((CellErrorKind.Unsupported, message), (error.Kind, error.Message));
    }

    [Fact]
    public async Task What_fails_in_an_imported_file_fails_the_cell_and_is_placed_in_that_file()
    {
        Write("broken.dib", "#!csharp\n\nvar before = 1;\n\n#!csharp\n\nvar zero = 0;\nConsole.Write(before / zero);\n");

        var run = await session.RunAsync("#!import broken.dib\nConsole.Write(\"goes on\");");

        Assert.Equal("", run.Out);
        Assert.Equal(("System.DivideByZeroException", "broken.dib(8,1), cell 2, line 2"), (run.Error!.ExceptionType, run.Error.Position!.ToString()));
        Assert.Contains("at broken.dib, cell 2, line 2", run.Error.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_of_the_code_below_a_command_have_the_cells_own_lines()
    {
        var run = await session.RunAsync("#!time\nvar fine = 1;\n#!html\n<p>\n#!csharp\nint wrong = \"x\";");

        Assert.Equal("(6,13): error CS0029: Cannot implicitly convert type 'string' to 'int'", run.Error!.Message);
        Assert.Equal("int wrong = \"x\";", run.Error.SourceLine);
        Assert.Single(run.Events.OfType<SessionEvent.Displayed>());
    }

    [Fact]
    public async Task Values_kept_under_a_name_come_from_files_too()
    {
        Write("kept.json", "{\"a\": 1}");

        var run = await session.RunAsync("#!value --name kept --from-file kept.json\n#!csharp\n#!share --from value kept\nkept.RootElement.GetProperty(\"a\").GetInt32()");

        Assert.Equal("1", run.Shown);
    }

    [Theory]
    [InlineData("#!lsmagic", "#!set --name --value --mime-type: sets a variable\n")]
    [InlineData("#!about", "CourseKit ")]
    public async Task A_notebook_can_ask_what_there_is(string code, string beginning)
    {
        var run = await session.RunAsync(code);

        Assert.StartsWith(beginning, Assert.Single(run.Events.OfType<SessionEvent.Displayed>()).Data["text/plain"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#r \"System.Net.Http.Json\" // a remark\ntypeof(System.Net.Http.Json.JsonContent).Name", "JsonContent")]
    [InlineData("#r \"System.Net.Http.Json\" /* a remark */\n1", "(1,27): error CS1025: Single-line comment or end-of-line expected")]
    public async Task A_remark_behind_a_reference_is_accepted_or_refused_cleanly(string code, string shown) => Assert.Equal(shown, (await session.RunAsync(code)).Shown);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(session.Folder, name), text);
}
