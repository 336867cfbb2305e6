using CourseKit.Notebooks.Running;

namespace CourseKit.Notebooks.Tests.Running;

public sealed class NotebookFinderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coursekit-").FullName;

    public NotebookFinderTests()
    {
        foreach (var name in new[] { "10-ten.dib", "02-two.ipynb", "02-two.txt", "notes.dib", "1-one.dib" })
            File.WriteAllText(Path.Combine(_folder, name), "");
        Directory.CreateDirectory(Path.Combine(_folder, "03-folder.dib"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_folder_gives_its_numbered_notebooks_by_name() =>
        Assert.Equal(["02-two.ipynb", "10-ten.dib"], NotebookFinder.Find([_folder]).Select(Path.GetFileName));

    [Fact]
    public void A_file_is_taken_whatever_its_name_and_only_once() =>
        Assert.Equal(["notes.dib", "02-two.ipynb", "10-ten.dib"],
            NotebookFinder.Find([Path.Combine(_folder, "notes.dib"), _folder, Path.Combine(_folder, "10-ten.dib")]).Select(Path.GetFileName));

    [Fact]
    public void A_path_that_is_not_there_names_the_nearest_that_is()
    {
        var error = Assert.Throws<FileNotFoundException>(() => NotebookFinder.Find([Path.Combine(_folder, "nots.dib")]));

        Assert.EndsWith($"there is nothing of that name. Did you mean {Path.Combine(_folder, "notes.dib")}?", error.Message, StringComparison.Ordinal);
    }
}
