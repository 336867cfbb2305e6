using System.Text.Json;
using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Tests.Documents;

/// <summary>What .NET Interactive's own parser made of each golden file is what ours makes of it.</summary>
public sealed class DibGoldenTests
{
    private static readonly string Folder = Repository.PathOf("tests", "CourseKit.Notebooks.Tests", "Documents", "Golden");

    public static TheoryData<string> Accepted => Names(".expected.json");

    public static TheoryData<string> Refused => Names(".expected-error.txt");

    [Fact]
    public void There_are_twenty_one_accepted_and_five_refused_files() => Assert.Equal((21, 5), (Accepted.Count, Refused.Count));

    [Theory]
    [MemberData(nameof(Accepted))]
    public void Accepted_file_gives_the_same_cells_and_metadata(string name)
    {
        var expected = JsonElement.Parse(File.ReadAllText(Path.Combine(Folder, name + ".expected.json")));

        var notebook = NotebookFile.Load(Path.Combine(Folder, name + ".dib"));

        var cells = expected.GetProperty("cells").EnumerateArray();
        Assert.Equal(cells.Select(cell => cell.GetProperty("kernel").GetString()), notebook.Cells.Select(cell => cell.Kernel));
        Assert.Equal(cells.Select(cell => cell.GetProperty("contents").GetString()), notebook.Cells.Select(cell => cell.Source));
        Assert.Equal(JsonText.Compact(expected.GetProperty("metadata")), notebook.Metadata.ToJson());
        Assert.Equal(expected.GetProperty("defaultKernel").GetString() ?? "csharp", notebook.DefaultKernel);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Refused_file_is_refused_with_its_name_and_line(string name)
    {
        var path = Path.Combine(Folder, name + ".dib");

        var error = Assert.Throws<NotebookFormatException>(() => NotebookFile.Load(path));

        Assert.Equal(path, error.Path);
        Assert.NotNull(error.Line);
        Assert.StartsWith($"{path}, line ", error.Message, StringComparison.Ordinal);
    }

    private static TheoryData<string> Names(string ending)
    {
        var files = Directory.EnumerateFiles(Folder, "*" + ending).Order(StringComparer.Ordinal);
        return [.. files.Select(path => Path.GetFileName(path)[..^ending.Length])];
    }
}
