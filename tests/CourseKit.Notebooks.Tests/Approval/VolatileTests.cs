using CourseKit.Notebooks.Approval;

namespace CourseKit.Notebooks.Tests.Approval;

/// <summary>What differs from run to run, and what must not be taken for it.</summary>
public class VolatileTests
{
    [Theory]
    [InlineData("Wall time: 12.3456ms", "Wall time: ‹duration›")]
    [InlineData("took 2 min 05 s, then 340 ms", "took ‹duration›, then ‹duration›")]
    [InlineData("1/1 - 0s 12ms/step - loss: 0.5", "1/1 - ‹duration› ‹duration› - loss: 0.5")]
    [InlineData("elapsed 00:00:01.2345678 of 1.02:03:04", "elapsed ‹time› of ‹time›")]
    [InlineData("at 2026-11-29 20:24:00Z and 2026-11-29T20:24:00.123+01:00", "at ‹time› and ‹time›")]
    [InlineData("on 2026-11-29, 11/29/2026 8:24:00 PM", "on ‹date›, ‹time›")]
    [InlineData("peak 123 MB, 1.5 GiB", "peak ‹memory›, ‹memory›")]
    [InlineData("1,234.5 images/s", "‹speed›")]
    [InlineData("id 9f8b7c6d-0000-4111-8222-1234567890ab at 0x7f00deadbeef", "id ‹id› at ‹id›")]
    [InlineData("<>f__AnonymousType0#12<Int32> Submission#3+Node", "<>f__AnonymousType0‹cell›<Int32> ‹cell›+Node")]
    [InlineData("15 of 15 points, 0:04 · 3.1 points/s · loss 0.5", "15 of 15 points, ‹duration› · loss 0.5")]
    [InlineData("6 of 6 runs, 1:23 · 2.5 s each", "6 of 6 runs, ‹duration›")]
    [InlineData("3 of 3 seeds, 0:00", "3 of 3 seeds, ‹duration›")]
    [InlineData("commit 7a54a43b", "commit ‹id›")]
    [InlineData("read /home/student/course/data/digits.csv", "read ‹path›/digits.csv")]
    [InlineData(@"read C:\Users\Me\course\digits.csv", "read ‹path›/digits.csv")]
    [InlineData("wrote /var/folders/x1/abc123/out.txt", "wrote ‹path›")]
    [InlineData("from file:///home/a/b.txt", "from ‹path›/b.txt")]
    public void Times_memory_ids_and_paths_are_masked(string text, string masked) => Assert.Equal(masked, VolatileText.Mask(text));

    [Fact]
    public void Temporary_files_of_this_machine_are_masked_with_their_names() =>
        Assert.Equal("wrote ‹path›", VolatileText.Mask($"wrote {Path.Combine(Path.GetTempPath(), "abc123", "out.txt")}"));

    [Theory]
    [InlineData("Iteration 12, loss = 0.31415926")]
    [InlineData("accuracy 97.5 %, 0.98 precision")]
    [InlineData("https://example.org/a/b")]
    [InlineData("1/2/3 and 4:5")]
    [InlineData("Linear(in_features=64, out_features=10)")]
    [InlineData("12345678 9.1e-05 deadbeef #1f77b4ff")]
    [InlineData("a </td> and x/y/z")]
    [InlineData("10 hidden units, 5 seeds, 3 samples")]
    public void Everything_else_stays(string text) => Assert.Equal(text, VolatileText.Mask(text));

    [Fact]
    public void The_numbers_of_a_column_of_times_are_masked_and_no_others()
    {
        string[] table = ["  epoch    train_loss     dur", "-------  ------------  ------", "      1        1.5000  0.1234", "      2        1.2500  0.0987", "done"];

        var masked = VolatileColumns.Mask(table);

        Assert.Equal(["      1        1.5000  ‹duration›", "      2        1.2500  ‹duration›"], masked[2..4]);
        Assert.Equal((table[0], table[1], table[4]), (masked[0], masked[1], masked[4]));
        Assert.Equal(["name | ms an epoch | passes", "Adam |‹duration›| 3"], VolatileColumns.Mask(["name | ms an epoch | passes", "Adam | 0.25 | 3"]));
    }

    [Fact]
    public void A_progress_line_that_is_written_over_is_what_it_was_last() =>
        Assert.Equal(["3 of 3", "green"], TextLines.Of("1 of 3\r2 of 3\r3 of 3\n\n\x1b[32mgreen\x1b[0m  \n"));

    [Fact]
    public void Of_a_text_without_end_beginning_and_end_are_kept()
    {
        var lines = TextLines.Of(string.Join('\n', Enumerable.Range(0, 1000)));

        Assert.Equal(301, lines.Count);
        Assert.Equal(("0", "… 700 lines are left out here …", "999"), (lines[0], lines[150], lines[^1]));
    }
}
