using CourseKit.Notebooks.Documents;
using FsCheck;
using FsCheck.Fluent;

namespace CourseKit.Notebooks.Tests.Documents;

/// <summary>Laws of reading and writing, on random notebooks; the same ones in every run.</summary>
public sealed class RoundTripTests
{
    [Fact]
    public void Dib_written_and_read_is_the_same_notebook() =>
        Holds(RandomNotebooks.Dib, notebook => Assert.Equal(WithoutLines(Expected(notebook)), WithoutLines(DibFormat.Parse(DibFormat.Write(notebook)))));

    [Fact]
    public void Dib_read_and_written_is_the_same_text() =>
        Holds(RandomNotebooks.Dib.Select(notebook => DibFormat.Write(notebook)), text => Assert.Equal(text, DibFormat.Write(DibFormat.Parse(text))));

    [Fact]
    public void Any_dib_text_is_refused_with_its_line_or_its_cells_survive_unless_the_writer_names_the_one_that_cannot() =>
        Holds(RandomNotebooks.DibText, text =>
        {
            if (Try(() => DibFormat.Parse(text), out var refusal) is not { } notebook)
            {
                Assert.NotNull(refusal!.Line);
                return;
            }
            if (Try(() => DibFormat.Write(notebook), out var unwritable) is not { } written)
            {
                Assert.NotNull(unwritable!.Cell);
                return;
            }
            var again = DibFormat.Parse(written);
            Assert.Equal(notebook.Cells.Where(cell => cell.Source.Length > 0).Select(Content), again.Cells.Where(cell => cell.Source.Length > 0).Select(Content));
            Assert.Equal(notebook.Metadata, again.Metadata);
        });

    [Fact]
    public void Line_of_a_dib_cell_is_where_its_text_begins() =>
        Holds(RandomNotebooks.DibText, text =>
        {
            if (Try(() => DibFormat.Parse(text), out _) is { } notebook)
                Assert.All(notebook.Cells.Where(cell => cell.Source.Length > 0), cell => Assert.Equal(cell.Source.Split('\n')[0], DibFormat.Lines(text)[cell.Line - 1]));
        });

    [Fact]
    public void Ipynb_written_and_read_is_the_same_notebook() =>
        Holds(RandomNotebooks.Ipynb, notebook =>
        {
            var read = IpynbFormat.Parse(IpynbFormat.Write(notebook));

            Assert.Equal(notebook.Cells, read.Cells);
            Assert.Equal(IpynbMetadata.Of(notebook), read.Metadata);
        });

    [Fact]
    public void Ipynb_read_and_written_is_the_same_text() =>
        Holds(RandomNotebooks.Ipynb.Select(IpynbFormat.Write), text => Assert.Equal(text, IpynbFormat.Write(IpynbFormat.Parse(text))));

    [Fact]
    public void Dib_through_ipynb_is_the_same_text() =>
        Holds(RandomNotebooks.Dib.Select(notebook => DibFormat.Write(notebook)), text =>
            Assert.Equal(text, DibFormat.Write(IpynbFormat.Parse(IpynbFormat.Write(DibFormat.Parse(text))))));

    [Fact]
    public void Any_dib_text_through_ipynb_loses_no_cell() =>
        Holds(RandomNotebooks.DibText, text =>
        {
            if (Try(() => DibFormat.Parse(text), out _) is { } notebook)
                Assert.Equal(
                    notebook.Cells.Select(cell => (cell.Id, cell.Source)),
                    IpynbFormat.Parse(IpynbFormat.Write(notebook)).Cells.Select(cell => (cell.Id, cell.Source)));
        });

    private static void Holds<T>(Gen<T> given, Action<T> law) =>
        Prop.ForAll(given.ToArbitrary(), law).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(new Replay(new Rnd(20_26, 1), null)));

    /// <summary>A .dib keeps the order of metadata and adds kernels that only a cell names.</summary>
    private static NotebookDocument Expected(NotebookDocument notebook) => notebook with { Metadata = DibMetadata.Of(notebook, default) };

    private static NotebookDocument WithoutLines(NotebookDocument notebook) => notebook with { Cells = [.. notebook.Cells.Select(cell => cell with { Line = 0 })] };

    private static (string, string) Content(NotebookCell cell) => (cell.Kernel, cell.Source);

    private static T? Try<T>(Func<T> action, out NotebookFormatException? error)
        where T : class
    {
        error = null;
        try
        {
            return action();
        }
        catch (NotebookFormatException caught)
        {
            error = caught;
            return null;
        }
    }
}
