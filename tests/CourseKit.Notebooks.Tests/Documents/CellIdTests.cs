using CourseKit.Notebooks.Documents;

namespace CourseKit.Notebooks.Tests.Documents;

public sealed class CellIdTests
{
    [Fact]
    public void Same_notebook_gets_the_same_ids_in_every_run()
    {
        // The first eight hexadecimal digits of the SHA-256 of "csharp\n1" and "markdown\n# Text", by sha256sum.
        Assert.Equal(["d3c77ec4", "f23855c9"], Ids("#!csharp\n1\n#!markdown\n# Text\n"));
    }

    [Fact]
    public void Cell_put_in_front_changes_no_other_id()
    {
        var before = Ids("#!csharp\n1\n#!csharp\n2\n");
        var after = Ids("#!csharp\n0\n#!csharp\n1\n#!csharp\n2\n");

        Assert.Equal(before, after[1..]);
    }

    [Fact]
    public void Equal_cells_are_numbered()
    {
        var ids = Ids("#!csharp\n1\n#!csharp\n1\n#!csharp\n1\n");

        Assert.Equal([ids[0], ids[0] + "-2", ids[0] + "-3"], ids);
    }

    [Fact]
    public void Equal_text_of_another_kernel_has_another_id() => Assert.Equal(2, Ids("#!csharp\n1\n#!fsharp\n1\n").Distinct().Count());

    [Fact]
    public void Valid_ids_of_a_file_are_kept_and_others_replaced()
    {
        string[] ids = ["mine", "", "not valid", "mine", new('x', 65), "Other_1-"];
        var cells = ids.Select((id, i) => new NotebookCell { Kernel = "csharp", Source = $"{i}", Id = id }).ToArray();

        var completed = CellIds.Complete(cells).Select(cell => cell.Id).ToArray();

        Assert.Equal(("mine", "Other_1-"), (completed[0], completed[5]));
        Assert.Equal(6, completed.Distinct().Count());
        Assert.All(completed, id => Assert.Matches("^[a-zA-Z0-9_-]{1,64}$", id));
    }

    [Fact]
    public void Made_id_does_not_take_one_that_a_later_cell_has()
    {
        var first = new NotebookCell { Kernel = "csharp", Source = "1" };
        var made = CellIds.Complete([first])[0].Id;

        var ids = CellIds.Complete([first, new NotebookCell { Kernel = "csharp", Source = "2", Id = made }]);

        Assert.Equal([made + "-2", made], ids.Select(cell => cell.Id));
    }

    private static string[] Ids(string dib) => [.. DibFormat.Parse(dib).Cells.Select(cell => cell.Id)];
}
