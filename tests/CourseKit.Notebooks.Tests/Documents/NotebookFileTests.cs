using System.Text;
using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Tests.Documents;

public sealed class NotebookFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coursekit-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("a.dib")]
    [InlineData("a.ipynb")]
    [InlineData("UPPER.DIB")]
    [InlineData("فصل ۱ - 第一章 v1.2.dib")]
    [InlineData("فصل ۱ - 第一章 v1.2.ipynb")]
    public void File_saved_and_loaded_is_the_same_notebook(string name)
    {
        var path = Path.Combine(_folder, name);
        var notebook = DibFormat.Parse("#!csharp\n\n1\n\n#!markdown\n\n# سلام 🎉\n");

        NotebookFile.Save(notebook, path);
        var loaded = NotebookFile.Load(path);

        Assert.Equal(notebook.Cells.Select(cell => (cell.Id, cell.Source)), loaded.Cells.Select(cell => (cell.Id, cell.Source)));
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [Fact]
    public void Saved_file_has_no_byte_order_mark_and_LF_only()
    {
        var path = Path.Combine(_folder, "a.dib");

        NotebookFile.Save(DibFormat.Parse("é\r\n2"), path);

        Assert.Equal("#!csharp\n\né\n2\n"u8.ToArray(), File.ReadAllBytes(path));
    }

    [Fact]
    public void Utf16_with_a_byte_order_mark_is_read()
    {
        foreach (var encoding in (Encoding[])[Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF8])
        {
            var path = Path.Combine(_folder, $"{encoding.WebName}.dib");
            File.WriteAllText(path, "#!markdown\nسلام\n", encoding);

            Assert.Equal("سلام", Assert.Single(NotebookFile.Load(path).Cells).Source);
        }
    }

    [Fact]
    public void Refused_notebook_leaves_the_file_as_it_was()
    {
        var path = Path.Combine(_folder, "a.dib");
        File.WriteAllText(path, "#!csharp\n1\n");
        var notebook = new NotebookDocument { Cells = [new() { Kind = CellKind.Raw, Kernel = "raw", Source = "x" }] };

        Assert.Throws<NotebookFormatException>(() => NotebookFile.Save(notebook, path));

        Assert.Equal("#!csharp\n1\n", File.ReadAllText(path));
    }

    [Fact]
    public void Read_only_file_is_not_replaced()
    {
        var path = Path.Combine(_folder, "a.dib");
        File.WriteAllText(path, "#!csharp\n1\n");
        File.SetAttributes(path, FileAttributes.ReadOnly);

        var error = Assert.Throws<NotebookFormatException>(() => NotebookFile.Save(DibFormat.Parse("2"), path));

        File.SetAttributes(path, FileAttributes.Normal);
        Assert.Contains("read-only", error.Problem, StringComparison.Ordinal);
        Assert.Equal("#!csharp\n1\n", File.ReadAllText(path));
    }

    [Theory]
    [InlineData("hw1.ipynb", "hw1.dib")]
    [InlineData("hw1", "hw1.dib")]
    [InlineData("02-cnn-mnits.dib", "02-cnn-mnist.dib")]
    [InlineData("2-cnn-mnist.dib", "02-cnn-mnist.dib")]
    [InlineData("HW1.dip", "hw1.dib")]
    [InlineData("entirely-else.dib", null)]
    public void File_that_is_not_there_brings_the_nearest_name(string typed, string? nearest)
    {
        foreach (var name in (string[])["hw1.dib", "02-cnn-mnist.dib", "hw1.csv"])
            File.WriteAllText(Path.Combine(_folder, name), "1");

        var error = Assert.Throws<NotebookFormatException>(() => NotebookFile.Load(Path.Combine(_folder, typed)));

        var ending = nearest is null ? "and no notebook of a similar name beside it." : $"file. Did you mean {nearest}?";
        Assert.EndsWith(ending, error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Error_of_a_file_knows_its_path_line_and_column()
    {
        var path = Path.Combine(_folder, "a.ipynb");
        File.WriteAllText(path, "{\n \"é\": [1,\n  oops]}");

        var error = Assert.Throws<NotebookFormatException>(() => NotebookFile.Load(path));

        Assert.Equal((path, 3, 3, null), (error.Path, error.Line, error.Column, error.Cell));
    }

    [Theory]
    [InlineData("a.dib", true)]
    [InlineData("b/a.IPYNB", true)]
    [InlineData("a.dib.bak", false)]
    [InlineData("dib", false)]
    public void Ending_tells_a_notebook(string path, bool isNotebook) => Assert.Equal(isNotebook, NotebookFile.IsNotebook(path));
}
