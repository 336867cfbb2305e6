namespace CourseKit.Cli.Tests.Conversion;

public sealed class ConvertTests : IDisposable
{
    private const string Notebook = "#!meta\n\n{\"kernelInfo\":{\"defaultKernelName\":\"csharp\",\"items\":[{\"name\":\"csharp\"}]}}\n\n" +
        "#!markdown\n\n# عنوان\n\n#!csharp\n\n#r \"kit/A.dll\"\n1 + 1\n\n#!mermaid\n\ngraph LR\n\n#!fsharp\n\nlet x = 1\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("lesson")]
    [InlineData("my first lesson.v1.2")]
    [InlineData("课程 ۱ تمرین")]
    public async Task A_dib_comes_back_from_ipynb_cell_for_cell(string name)
    {
        File.WriteAllText(In($"{name}.dib"), Notebook);

        Assert.Equal(0, (await CourseKitProcess.RunAsync(_folder.Path, "convert", $"{name}.dib", "--to", "ipynb")).ExitCode);
        Assert.Equal(0, (await CourseKitProcess.RunAsync(_folder.Path, "convert", $"{name}.ipynb", "--to", "dib", "--out", "back")).ExitCode);

        Assert.Equal(Notebook, File.ReadAllText(In($"back/{name}.dib")));
    }

    [Fact]
    public async Task A_file_that_is_there_is_replaced_only_on_demand()
    {
        File.WriteAllText(In("a.dib"), Notebook);
        File.WriteAllText(In("a.md"), "mine");

        var refused = await CourseKitProcess.RunAsync(_folder.Path, "convert", "a.dib", "--to", "md");

        Assert.Equal((2, "mine"), (refused.ExitCode, File.ReadAllText(In("a.md"))));
        Assert.Contains("a.md: a name that is free is required; there is such a file.", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await CourseKitProcess.RunAsync(_folder.Path, "convert", "a.dib", "--to", "md", "--force")).ExitCode);
        Assert.StartsWith("# عنوان\n\n```csharp\n", File.ReadAllText(In("a.md")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_with_full_paths_runs_from_anywhere()
    {
        File.WriteAllText(In("a.dib"), Notebook);

        await CourseKitProcess.RunAsync(_folder.Path, "convert", "a.dib", "--to", "dib", "--absolute", "--out", "copies");

        Assert.Contains($"#r \"{Path.GetFullPath(In("kit/A.dll"))}\"", File.ReadAllText(In("copies/a.dib")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_that_fails_on_purpose_does_not_stop_Jupyter()
    {
        File.WriteAllText(In("a.dib"), "#!csharp\n\n// coursekit: expect throws FormatException\nint.Parse(\"x\")\n\n#!csharp\n\n1 // expect\n");

        await CourseKitProcess.RunAsync(_folder.Path, "convert", "a.dib", "--to", "ipynb");
        await CourseKitProcess.RunAsync(_folder.Path, "convert", "a.ipynb", "--to", "ipynb", "--out", "again");

        foreach (var file in new[] { "a.ipynb", "again/a.ipynb" })
        {
            using var notebook = System.Text.Json.JsonDocument.Parse(File.ReadAllText(In(file)));
            var tags = notebook.RootElement.GetProperty("cells").EnumerateArray()
                .Select(cell => cell.GetProperty("metadata").TryGetProperty("tags", out var given) ? given.GetRawText() : "none");
            Assert.Equal(["raises-exception", "none"], tags.Select(text => text.Trim('[', ']', ' ', '\r', '\n', '"')));
        }
    }

    [NbformatFact]
    public async Task What_is_written_passes_Jupyters_own_validator()
    {
        File.WriteAllText(In("a.dib"), Notebook);
        await CourseKitProcess.RunAsync(_folder.Path, "convert", "a.dib", "--to", "ipynb");

        var (exitCode, said) = NbformatFactAttribute.Run("import nbformat, sys; nbformat.validate(nbformat.read(sys.argv[1], 4))", In("a.ipynb"));

        Assert.Equal((0, ""), (exitCode, said));
    }

    private string In(string name) => Path.Combine(_folder.Path, name);
}
