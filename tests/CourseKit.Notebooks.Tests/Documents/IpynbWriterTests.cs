using System.Text.Json;
using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Tests.Documents;

public sealed class IpynbWriterTests
{
    [Fact]
    public void Notebook_is_written_as_Jupyter_writes_it() => Approved.Check(IpynbFormat.Write(Everything()), "Everything.ipynb");

    [Fact]
    public void Text_is_written_as_lines_that_keep_their_ends()
    {
        var source = Written(Cell("a\n\nb\r\n")).GetProperty("source");

        Assert.Equal(["a\n", "\n", "b\r\n"], source.EnumerateArray().Select(line => line.GetString()));
    }

    [Fact]
    public void Empty_text_is_written_as_no_lines() => Assert.Equal(0, Written(Cell("")).GetProperty("source").GetArrayLength());

    [Fact]
    public void Code_cell_names_its_kernel_under_both_names()
    {
        var cell = Cell("1") with { Kernel = "html", Metadata = JsonFields.Parse("""{"tags":["a"]}""") };

        Assert.Equal(
            """{"dotnet_interactive":{"language":"html"},"polyglot_notebook":{"kernelName":"html"},"tags":["a"]}""",
            JsonText.Compact(Written(cell).GetProperty("metadata")));
    }

    [Fact]
    public void Markdown_and_raw_cells_name_no_kernel_and_have_no_outputs()
    {
        foreach (var kind in (CellKind[])[CellKind.Markdown, CellKind.Raw])
        {
            var cell = Written(Cell("x") with { Kind = kind, ExecutionCount = 1, Outputs = [new StreamOutput("stdout", "x")] });

            Assert.Equal(["cell_type", "id", "metadata", "source"], cell.EnumerateObject().Select(field => field.Name));
            Assert.Equal("{}", cell.GetProperty("metadata").GetRawText());
        }
    }

    [Fact]
    public void Json_is_written_as_json_and_what_is_none_as_a_text()
    {
        var bundle = MimeBundle.Of(("application/json", "[1.50]"), ("application/geo+json", "oops {"), ("text/csv", "[1]"));

        var output = Written(Cell("x") with { Outputs = [new DisplayOutput(bundle, "id")] }).GetProperty("outputs")[0];

        Assert.Equal(
            """{"application/json":[1.50],"application/geo+json":"oops {","text/csv":["[1]"]}""",
            JsonText.Compact(output.GetProperty("data")));
    }

    [Fact]
    public void Half_a_character_in_an_output_does_not_stop_the_saving()
    {
        var json = MimeBundle.Of(("application/json", "[\"\ud83d\", \"\\ud83d\"]"));

        var outputs = Written(Cell("x") with { Outputs = [new StreamOutput("stdout", "a\ud83d\nb"), new DisplayOutput(json, null)] })
            .GetProperty("outputs");

        Assert.Equal("a\uFFFD\n", outputs[0].GetProperty("text")[0].GetString());
        var halves = outputs[1].GetProperty("data").GetProperty("application/json").EnumerateArray();
        Assert.Equal(["\uFFFD", "\uFFFD"], halves.Select(half => half.GetString()));
    }

    [Fact]
    public void Letters_of_all_scripts_and_emoji_stand_as_they_are_and_control_characters_do_not()
    {
        var text = IpynbFormat.Write(new NotebookDocument { Cells = [Cell("é سلام 日本 🎉 \\u00e9 \u0001 </b>")] });

        Assert.Contains("\"é سلام 日本 🎉 \\\\u00e9 \\u0001 </b>\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Metadata_of_a_dib_is_kept_and_its_kernels_get_the_name_they_have_here()
    {
        var notebook = DibFormat.Parse(
            """
            #!meta
            {"author":"A","kernelInfo":{"defaultKernelName":"csharp","items":[{"name":"pg"}]},"z":1}
            #!pg
            select 1
            """);

        var metadata = JsonFields.Of(JsonElement.Parse(IpynbFormat.Write(notebook)).GetProperty("metadata"));

        Assert.Equal(["kernelspec", "language_info", "author", "polyglot_notebook", "z"], metadata.Keys);
        Assert.Equal("""{"defaultKernelName":"csharp","items":[{"name":"pg"}]}""", metadata["polyglot_notebook"]);
    }

    [Fact]
    public void Metadata_of_an_ipynb_is_written_as_it_was_read()
    {
        const string Metadata =
            """{"polyglot_notebook":{"kernelInfo":{"items":[]}},"kernelspec":{"name":"mine"},"language_info":{"name":"C#"}}""";

        var notebook = IpynbFormat.Parse($$"""{"cells":[],"metadata":{{Metadata}},"nbformat":4,"nbformat_minor":5}""");

        Assert.Equal(Metadata, JsonText.Compact(JsonElement.Parse(IpynbFormat.Write(notebook)).GetProperty("metadata")));
    }

    [Fact]
    public void Notebook_of_another_language_is_not_given_the_CSharp_kernel()
    {
        var notebook = IpynbFormat.Parse("""{"cells":[],"metadata":{"language_info":{"name":"python"}},"nbformat":4,"nbformat_minor":5}""");

        Assert.False(JsonElement.Parse(IpynbFormat.Write(notebook)).GetProperty("metadata").TryGetProperty("kernelspec", out _));
    }

    private static NotebookCell Cell(string source) => new() { Kernel = "csharp", Source = source };

    private static JsonElement Written(NotebookCell cell) =>
        JsonElement.Parse(IpynbFormat.Write(new NotebookDocument { Cells = [cell] })).GetProperty("cells")[0];

    private static NotebookDocument Everything() => new()
    {
        Cells =
        [
            new()
            {
                Kind = CellKind.Markdown,
                Kernel = "markdown",
                Source = "# Title\n\n![](attachment:p.png)",
                Id = "title",
                Attachments = JsonFields.Parse("""{"p.png":{"image/png":"iVBO"}}"""),
            },
            Cell("var x = 1;\nx") with
            {
                ExecutionCount = 1,
                Metadata = JsonFields.Parse("""{"tags":["parameters"]}"""),
                Outputs =
                [
                    new StreamOutput("stdout", "Iteration 1\nIteration 2\n"),
                    new DisplayOutput(
                        MimeBundle.Of(("application/vnd.plotly.v1+json", """{"data":[{"y":[1.0,2]}]}"""), ("text/html", "<div>\n</div>\n")),
                        DisplayId: "d1"),
                    new DisplayOutput(MimeBundle.Of(("image/png", "iVBO")), null)
                    {
                        Metadata = JsonFields.Parse("""{"image/png":{"width":3}}"""),
                    },
                    new ResultOutput(MimeBundle.Of(("text/plain", "1")), 1),
                ],
            },
            Cell("1 / x") with
            {
                ExecutionCount = 2,
                Outputs = [new ErrorOutput("System.DivideByZeroException", "Attempted to divide by zero.", ["one", "two"])],
            },
            Cell(""),
            Cell(""),
            new()
            {
                Kind = CellKind.Raw,
                Kernel = "raw",
                Source = "\\section{TeX}",
                Metadata = JsonFields.Parse("""{"format":"text/latex"}"""),
            },
        ],
    };
}
