using CourseKit.Notebooks.Documents;
using FsCheck;
using FsCheck.Fluent;

namespace CourseKit.Notebooks.Tests.Documents;

/// <summary>Laws of reading and writing, on random notebooks; the same ones in every run.</summary>
public sealed class RoundTripTests
{
    [Fact]
    public void Dib_written_and_read_is_the_same_notebook() =>
        Holds(RandomNotebooks.Dib, notebook =>
        {
            var read = DibFormat.Parse(DibFormat.Write(notebook));

            Assert.Equal(notebook.Cells, read.Cells.Select(cell => cell with { Line = 0 }));
            Assert.Equal(DibMetadata.Of(notebook, default), read.Metadata);
        });

    [Fact]
    public void Dib_read_and_written_is_the_same_text() =>
        Holds(RandomNotebooks.Dib, notebook =>
        {
            var text = DibFormat.Write(notebook);

            Assert.Equal(text, DibFormat.Write(DibFormat.Parse(text)));
        });

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
            Assert.Equal(NotEmpty(notebook).Select(cell => cell.Kernel), NotEmpty(again).Select(cell => cell.Kernel));
            Assert.Equal(NotEmpty(notebook).Select(cell => cell.Source), NotEmpty(again).Select(cell => cell.Source));
            Assert.Equal(notebook.Metadata, again.Metadata);
        });

    [Fact]
    public void Line_of_a_dib_cell_is_where_its_text_begins() =>
        Holds(RandomNotebooks.DibText, text =>
        {
            var lines = DibFormat.Lines(text);
            if (Try(() => DibFormat.Parse(text), out _) is { } notebook)
                Assert.All(NotEmpty(notebook), cell => Assert.Equal(cell.Source.Split('\n')[0], lines[cell.Line - 1]));
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
        Holds(RandomNotebooks.Ipynb, notebook =>
        {
            var text = IpynbFormat.Write(notebook);

            Assert.Equal(text, IpynbFormat.Write(IpynbFormat.Parse(text)));
        });

    [Fact]
    public void Dib_through_ipynb_is_the_same_text() =>
        Holds(RandomNotebooks.Dib, notebook =>
        {
            var text = DibFormat.Write(notebook);

            Assert.Equal(text, DibFormat.Write(IpynbFormat.Parse(IpynbFormat.Write(DibFormat.Parse(text)))));
        });

    [Fact]
    public void Any_dib_text_through_ipynb_loses_no_cell() =>
        Holds(RandomNotebooks.DibText, text =>
        {
            if (Try(() => DibFormat.Parse(text), out _) is { } notebook)
                Assert.Equal(
                    notebook.Cells.Select(cell => (cell.Id, cell.Source)),
                    IpynbFormat.Parse(IpynbFormat.Write(notebook)).Cells.Select(cell => (cell.Id, cell.Source)));
        });

    [Fact]
    public void Damaged_ipynb_is_refused_in_our_words_or_read_and_written_again() =>
        Holds(RandomNotebooks.DamagedIpynb, text =>
        {
            if (Try(() => IpynbFormat.Parse(text), out _) is not { } notebook)
                return;
            Assert.Equal(notebook.Cells, IpynbFormat.Parse(IpynbFormat.Write(notebook)).Cells);
            Try(() => DibFormat.Write(notebook), out _);
        });

    private static void Holds<T>(Gen<T> given, Action<T> law)
    {
        var always = new Replay(new Rnd(2026, 1), null);
        Prop.ForAll(given.ToArbitrary(), law).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(always));
    }

    private static IEnumerable<NotebookCell> NotEmpty(NotebookDocument notebook) => notebook.Cells.Where(cell => cell.Source.Length > 0);

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
