using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Tests.Documents;

public sealed class IpynbReaderTests
{
    [Theory]
    [InlineData("""{"polyglot_notebook":{"kernelName":"fsharp"},"dotnet_interactive":{"language":"html"}}""", "1", "fsharp")]
    [InlineData("""{"dotnet_interactive":{"language":"fsharp"}}""", "1", "fsharp")]
    [InlineData("""{"vscode":{"languageId":"dotnet-interactive.fsharp"}}""", "1", "fsharp")]
    [InlineData("""{"vscode":{"languageId":"fsharp"}}""", "1", "fsharp")]
    [InlineData("""{"vscode":{"languageId":"polyglot-notebook"}}""", "1", "csharp")]
    [InlineData("""{"polyglot_notebook":{"kernelName":"f#"}}""", "1", "fsharp")]
    [InlineData("""{"polyglot_notebook":{"kernelName":"sql"}}""", "1", "sql")]
    [InlineData("""{"polyglot_notebook":{"kernelName":"csharp"}}""", "#!fsharp\n1", "fsharp")]
    [InlineData("{}", "#!value --name x\n1", "value")]
    [InlineData("{}", "#!pwsh\r\n1", "pwsh")]
    [InlineData("{}", "#!time\n1", "csharp")]
    [InlineData("""{"polyglot_notebook":{},"dotnet_interactive":7}""", "1", "csharp")]
    [InlineData("{}", "1", "csharp")]
    public void Kernel_of_a_cell_is_its_magic_line_or_its_metadata_or_the_notebooks(string metadata, string source, string kernel)
    {
        var cell = Cell($$"""{"cell_type":"code","metadata":{{metadata}},"source":{{JsonText.Quote(source)}}}""");

        Assert.Equal((CellKind.Code, kernel), (cell.Kind, cell.Kernel));
        Assert.Equal(source.Replace("\r\n", "\n", StringComparison.Ordinal), cell.Source);
    }

    [Theory]
    [InlineData("""{"kernelInfo":{"defaultKernelName":"fsharp"},"kernelspec":{"language":"C#"}}""", "fsharp")]
    [InlineData("""{"polyglot_notebook":{"defaultKernelName":"fsharp"}}""", "fsharp")]
    [InlineData("""{"polyglot_notebook":{"kernelInfo":{"defaultKernelName":"fsharp"}},"kernelspec":{"language":"C#"}}""", "fsharp")]
    [InlineData("""{"dotnet_interactive":{"defaultKernelName":"fsharp"}}""", "fsharp")]
    [InlineData("""{"kernelspec":{"language":"F#","name":".net-fsharp"}}""", "fsharp")]
    [InlineData("""{"kernelspec":{"language":"PowerShell"}}""", "pwsh")]
    [InlineData("""{"kernelspec":{"language":"python"},"language_info":{"name":"python"}}""", "python")]
    [InlineData("""{"language_info":{"name":"C#"}}""", "csharp")]
    [InlineData("""{"kernelspec":{"language":""}}""", "csharp")]
    [InlineData("{}", "csharp")]
    public void Default_kernel_is_found_in_every_shape_it_was_written_in(string metadata, string kernel)
    {
        var notebook = IpynbFormat.Parse($$"""{"cells":[{"cell_type":"code","source":"1"}],"metadata":{{metadata}},"nbformat":4}""");

        Assert.Equal((kernel, kernel), (notebook.DefaultKernel, notebook.Cells[0].Kernel));
    }

    [Fact]
    public void Kernels_that_the_notebook_lists_are_known_with_their_aliases()
    {
        var notebook = IpynbFormat.Parse(
            """
            {"cells":[
              {"cell_type":"code","source":"#!sqlx\nselect 1"},
              {"cell_type":"code","metadata":{"polyglot_notebook":{"kernelName":"sqlx"}},"source":""}],
             "metadata":{"polyglot_notebook":{"kernelInfo":{"items":[{"name":"pg","aliases":["sqlx"]}]}}},"nbformat":4,"nbformat_minor":2}
            """);

        Assert.Equal(["pg", "pg"], notebook.Cells.Select(cell => cell.Kernel));
    }

    [Fact]
    public void Raw_cell_is_never_code()
    {
        var cell = Cell(
            """
            {"cell_type":"raw","metadata":{"format":"text/latex","polyglot_notebook":{"kernelName":"csharp"}},"source":"#!csharp\n1"}
            """);

        Assert.Equal((CellKind.Raw, "raw", "#!csharp\n1"), (cell.Kind, cell.Kernel, cell.Source));
        Assert.Equal("""{"format":"text/latex"}""", cell.Metadata.ToJson());
    }

    [Fact]
    public void Markdown_cell_is_never_code_even_if_it_was_once()
    {
        var cell = Cell("""{"cell_type":"markdown","metadata":{"dotnet_interactive":{"language":"csharp"}},"source":"#!csharp"}""");

        Assert.Equal((CellKind.Markdown, "markdown"), (cell.Kind, cell.Kernel));
    }

    [Fact]
    public void Code_cell_of_the_markdown_kernel_is_a_Markdown_cell_unless_its_magic_line_says_so()
    {
        var byMetadata = Cell("""{"cell_type":"code","metadata":{"polyglot_notebook":{"kernelName":"markdown"}},"source":"# T"}""");
        var byMagic = Cell("""{"cell_type":"code","metadata":{},"source":"#!markdown\n# T"}""");

        Assert.Equal((CellKind.Markdown, "markdown"), (byMetadata.Kind, byMetadata.Kernel));
        Assert.Equal((CellKind.Code, "markdown", "#!markdown\n# T"), (byMagic.Kind, byMagic.Kernel, byMagic.Source));
    }

    [Theory]
    [InlineData("\"a\\r\\nb\\n\"", "a\nb\n")]
    [InlineData("""["a\n","b"]""", "a\nb")]
    [InlineData("""["a","b"]""", "ab")]
    [InlineData("[]", "")]
    [InlineData("null", "")]
    [InlineData("\"a\\rb\"", "a\rb")]
    [InlineData("\"\\ud83d\\ude00 \\ud83d. \\\\ud83d\"", "\U0001F600 \uFFFD. \\ud83d")]
    public void Source_is_a_text_or_a_list_that_is_joined_as_it_is(string json, string source) =>
        Assert.Equal(source, Cell($$"""{"cell_type":"code","source":{{json}}}""").Source);

    [Fact]
    public void Cell_may_lack_everything_but_its_type()
    {
        var cell = Cell("""{"cell_type":"code"}""");

        Assert.Equal(new NotebookCell { Kernel = "csharp", Source = "", Id = cell.Id }, cell);
    }

    [Fact]
    public void Metadata_and_attachments_that_nothing_here_knows_are_kept_in_order()
    {
        var cell = Cell(
            """
            {"cell_type":"markdown",
             "metadata":{"z":1.50,"tags":["a"],"dotnet_interactive":{"language":"markdown","more":true},"a":{"x":null}},
             "attachments":{"p.png":{"image/png":"iVBO"}},"source":"![](attachment:p.png)"}
            """);

        Assert.Equal("""{"z":1.50,"tags":["a"],"dotnet_interactive":{"more":true},"a":{"x":null}}""", cell.Metadata.ToJson());
        Assert.Equal("""{"p.png":{"image/png":"iVBO"}}""", cell.Attachments.ToJson());
    }

    [Fact]
    public void Outputs_of_all_four_kinds_are_read()
    {
        var cell = Cell(
            """
            {"cell_type":"code","execution_count":7,"metadata":{},"source":"x","outputs":[
             {"output_type":"stream","name":"stderr","text":["a\n","b\r"]},
             {"output_type":"display_data","data":{"text/html":["<b>\n","</b>"],"text/plain":"x"},"metadata":{"image/png":{"width":3}}},
             {"output_type":"execute_result","execution_count":7,"metadata":{},
              "data":{"application/vnd.plotly.v1+json":{"data": [1.0, "é"]},"image/png":"iVBO"}},
             {"output_type":"error","ename":"E","evalue":"v","traceback":["1","2"]},
             {"output_type":"stream"},
             {"output_type":"display_data"},
             {"output_type":"error"}]}
            """);

        CellOutput[] expected =
        [
            new StreamOutput("stderr", "a\nb\r"),
            new DisplayOutput(MimeBundle.Of(("text/html", "<b>\n</b>"), ("text/plain", "x")), null)
            {
                Metadata = JsonFields.Parse("""{"image/png":{"width":3}}"""),
            },
            new ResultOutput(MimeBundle.Of(("application/vnd.plotly.v1+json", """{"data":[1.0,"é"]}"""), ("image/png", "iVBO")), 7),
            new ErrorOutput("E", "v", ["1", "2"]),
            new StreamOutput("stdout", ""),
            new DisplayOutput(MimeBundle.Empty, null),
            new ErrorOutput("Error", "", []),
        ];
        Assert.Equal(7, cell.ExecutionCount);
        Assert.Equal(expected, cell.Outputs);
    }

    [Fact]
    public void Json_of_a_list_of_texts_stays_json_and_an_object_of_a_text_type_is_kept_as_its_json()
    {
        var cell = Cell(
            """
            {"cell_type":"code","outputs":[{"output_type":"display_data","data":{"application/json":["a","b"],"text/plain":{"a": 1}}}]}
            """);

        var data = Assert.IsType<DisplayOutput>(Assert.Single(cell.Outputs)).Data;
        Assert.Equal(MimeBundle.Of(("application/json", """["a","b"]"""), ("text/plain", """{"a":1}""")), data);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("null")]
    public void Cell_that_was_not_run_has_no_number(string count) =>
        Assert.Null(Cell($$"""{"cell_type":"code","execution_count":{{count}},"source":"1"}""").ExecutionCount);

    [Fact]
    public void Byte_order_mark_and_unknown_properties_do_no_harm()
    {
        const string Json = """{"nbformat":4,"nbformat_minor":9,"new":[1],"cells":[{"cell_type":"code","source":"1","new":2}]}""";

        var notebook = IpynbFormat.Parse("\uFEFF" + Json);

        Assert.Equal("1", Assert.Single(notebook.Cells).Source);
    }

    [Fact]
    public void Notebook_without_cells_is_a_notebook() =>
        Assert.Empty(IpynbFormat.Parse("""{"nbformat":4,"nbformat_minor":5,"metadata":{}}""").Cells);

    private static NotebookCell Cell(string json) =>
        Assert.Single(IpynbFormat.Parse($$"""{"cells":[{{json}}],"metadata":{},"nbformat":4,"nbformat_minor":5}""").Cells);
}
