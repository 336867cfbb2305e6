using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Tests.Documents;

public class MarkdownFormatTests
{
    [Fact]
    public void Text_stays_text_and_code_stands_in_a_fence_that_it_cannot_end()
    {
        var document = new NotebookDocument
        {
            Cells =
            [
                new NotebookCell { Kind = CellKind.Markdown, Kernel = "markdown", Source = "# Title" },
                new NotebookCell { Kernel = "csharp", Source = "var s = \"```\";" },
                new NotebookCell { Kernel = "csharp", Source = "1", Outputs = [new StreamOutput("stdout", "one\n"), new ResultOutput(MimeBundle.Of(("text/plain", "1")), 1)] },
                new NotebookCell { Kernel = "csharp", Source = "" },
            ],
        };

        Assert.Equal("# Title\n\n````csharp\nvar s = \"```\";\n````\n\n```csharp\n1\n```\n\n```text\none\n```\n\n```text\n1\n```\n", MarkdownFormat.Write(document));
    }

    [Fact]
    public void Pictures_and_tables_are_shown_and_attachments_are_inside()
    {
        var document = new NotebookDocument
        {
            Cells =
            [
                new NotebookCell
                {
                    Kind = CellKind.Markdown, Kernel = "markdown", Source = "![](attachment:a.png)",
                    Attachments = JsonFields.Parse("{\"a.png\": {\"image/png\": \"AAAA\"}}"),
                },
                new NotebookCell
                {
                    Kernel = "csharp", Source = "2",
                    Outputs =
                    [
                        new DisplayOutput(MimeBundle.Of(("image/png", "BBBB"), ("text/plain", "picture")), null),
                        new DisplayOutput(MimeBundle.Of(("text/html", "<table>\n\n<tr></tr></table>"), ("text/plain", "t")), null),
                    ],
                },
            ],
        };

        Assert.Equal("![](data:image/png;base64,AAAA)\n\n```csharp\n2\n```\n\n![](data:image/png;base64,BBBB)\n\n<div>\n<table>\n<tr></tr></table>\n</div>\n", MarkdownFormat.Write(document));
    }

    [Theory]
    [InlineData("#r \"../kit/A.dll\" // note", "#r \"/course/kit/A.dll\" // note")]
    [InlineData("#r \"System.Net.Http.Json\"", "#r \"System.Net.Http.Json\"")]
    [InlineData("#r \"nuget:A, 1.0\"", "#r \"nuget:A, 1.0\"")]
    [InlineData("1\n#load \"x.csx\"", "1\n#load \"/course/notebooks/x.csx\"")]
    [InlineData("#!import part one.dib", "#!import /course/notebooks/part one.dib")]
    [InlineData("#i \"nuget:https://example.org\"", "#i \"nuget:https://example.org\"")]
    [InlineData("#r \"/there/A.dll\"", "#r \"/there/A.dll\"")]
    public void Paths_become_absolute_and_nothing_else_changes(string code, string expected)
    {
        if (OperatingSystem.IsWindows())
            expected = expected.Replace("/course/", Path.GetFullPath("/course/"), StringComparison.Ordinal);

        var document = AbsolutePaths.Of(new NotebookDocument { Cells = [new NotebookCell { Kernel = "csharp", Source = code }] }, "/course/notebooks");

        Assert.Equal(OperatingSystem.IsWindows() ? expected.Replace('/', '\\') : expected, OperatingSystem.IsWindows() ? document.Cells[0].Source.Replace('/', '\\') : document.Cells[0].Source);
    }
}
