using CourseKit.Data;
using CourseKit.Data.Files;

namespace CourseKit.Tests.Data.Files;

public class CsvTests
{
    [Fact]
    public void Examples_have_numbers_and_named_classes_in_ordinal_order()
    {
        var iris = Dataset("length,species,width\n5.1,setosa,3.5\n7,virginica,-3.2e0\n\n6.3,\"setosa\",2\n", "species");

        Assert.Equal(new[,] { { 5.1, 3.5 }, { 7, -3.2 }, { 6.3, 2 } }, iris.X);
        Assert.Equal([0, 1, 0], iris.Y);
        Assert.Equal(["setosa", "virginica"], iris.ClassNames);
        Assert.Equal(["length", "width"], iris.FeatureNames);
        Assert.Equal("flowers, 3 examples of length, width", iris.ToString());
    }

    [Fact]
    public void Whole_numbers_as_labels_keep_numerical_order()
    {
        Assert.Equal(["2", "10"], Dataset("x,y\n1,10\n2,2\n", "y").ClassNames);
    }

    [Theory]
    [InlineData("a;y\n3.5;1\n")]
    [InlineData("a\ty\n3.5\t1\n")]
    [InlineData("\uFEFFa,y\r\n3.5,1\r\n")]
    public void Separators_byte_order_mark_and_line_ends_are_found_out(string text)
    {
        Assert.Equal(new[,] { { 3.5 } }, Dataset(text, "y").X);
    }

    [Fact]
    public void Without_a_header_columns_are_numbered_from_one()
    {
        var rows = Csv.ReadDataset("x.csv", Stream("3.5,1\n4,0\n"), "column 2", new CsvOptions { HasHeader = false, Name = "Rows" });

        Assert.Equal(["column 1"], rows.FeatureNames);
        Assert.Equal("Rows, 2 examples", rows.Title);
    }

    [Fact]
    public void A_table_types_its_columns()
    {
        var table = Csv.ReadTable("runs.csv", Stream("epoch,loss,note\n1,0.5,\"first, of all\"\n2,,\n"), new CsvOptions());

        Assert.Equal("runs", table.Title);
        Assert.Equal([1L, 0.5, "first, of all"], table.Rows[0]);
        Assert.Equal([2L, null, null], table.Rows[1]);
    }

    [Fact]
    public void A_table_comes_back_from_its_own_csv()
    {
        var table = new CourseKit.Display.Table("name", "value").Add("a \"b\", c", 1.5).Add("two\nlines", -2e-7);

        var read = Csv.ReadTable("x.csv", Stream(table.ToCsv()), new CsvOptions());

        Assert.Equal(table.Rows, read.Rows);
    }

    [ErrorCases]
    internal static IEnumerable<(string, Action)> Errors() =>
    [
        ("CSV that is not there", () => Csv.ReadTable("/no-such-folder/flowers.csv")),
        ("CSV that is a folder", () => Csv.ReadTable("/")),
        ("CSV on a disk that fails", () => Csv.ReadTable("x.csv", new FailingStream(), new CsvOptions())),
        ("CSV without lines", () => Dataset("", "y")),
        ("CSV with a header alone", () => Dataset("a,y\n", "y")),
        ("CSV without the label column", () => Dataset("a,b\n1,2\n", "y")),
        ("CSV with two columns of one name", () => Dataset("a,a,y\n1,2,3\n", "y")),
        ("CSV with a cell too many", () => Dataset("a,y\n1,0\n\n3,14,1\n", "y")),
        ("CSV with a quote that is not closed", () => Dataset("a,y\n1,0\n\"2,0\n3,1\n", "y")),
        ("CSV with a quote in the middle", () => Dataset("a,y\n1\"5,0\n", "y")),
        ("CSV with a delimiter that is none", () => Csv.ReadTable("x.csv", Stream("a"), new CsvOptions { Delimiter = '،' })),
        ("CSV number missing", () => Dataset("a,b,y\n1,2,0\n1,,0\n", "y")),
        ("CSV number not available", () => Dataset("a,y\nNA,0\n", "y")),
        ("CSV number in Persian digits", () => Dataset("a,\"طول\nکل\",y\n\n1,۱۲٫۵,0\n", "y")),
        ("CSV number in Arabic-Indic digits", () => Dataset("a,y\n٣٤,0\n", "y")),
        ("CSV number with a decimal comma", () => Dataset("a;y\n3,14;0\n", "y")),
        ("CSV number with a quoted decimal comma", () => Dataset("a,y\n\"3,140\",0\n", "y")),
        ("CSV number with separators of thousands", () => Dataset("a,y\n\"1,234,567.5\",0\n", "y")),
        ("CSV number with a typographic minus", () => Dataset("a,y\n−5,0\n", "y")),
        ("CSV number that is text", () => Dataset("a,y\n12 cm,0\n", "y")),
        ("CSV number that is not finite", () => Dataset("a,y\n1e999,0\n", "y")),
        ("Rows and labels of different number", () => _ = new TabularDataset(new DatasetInfo("Points", ["a"]), new double[2, 3], [0])),
    ];

    private static TabularDataset Dataset(string text, string label) =>
        Csv.ReadDataset("data/flowers.csv", Stream(text), label, new CsvOptions());

    private sealed class FailingStream : MemoryStream
    {
        public override int Read(Span<byte> buffer) => throw new IOException("The disk is gone.");

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    }

    private static MemoryStream Stream(string text) => new(Bytes.Utf8(text));
}
