using System.Data;
using CourseKit.Display;

namespace CourseKit.Tests.Display;

public class TableDataTableTests
{
    private static readonly Table Runs = new Table("epoch", "loss", "note", "mixed") { Title = "Runs" }
        .Add(1, 0.5, "first", 1).Add(2, null, null, 2.5f).Add(3, 0.25, "last", (Half)0.5);

    [Fact]
    public void Columns_keep_their_types_and_empty_cells_are_null()
    {
        var data = Runs.ToDataTable();

        Assert.Equal("Runs", data.TableName);
        Assert.Equal(
            [typeof(int), typeof(double), typeof(string), typeof(double)],
            data.Columns.Cast<DataColumn>().Select(column => column.DataType));
        Assert.Equal([2, DBNull.Value, DBNull.Value, 2.5], data.Rows[1].ItemArray);
        Assert.Equal(0.5, data.Rows[2]["mixed"]);
    }

    [Fact]
    public void A_data_reader_gives_the_rows()
    {
        using var reader = Runs.ToDataTable().CreateDataReader();

        Assert.True(reader.Read());
        Assert.Equal((1, 0.5, "first"), (reader.GetInt32(0), reader.GetDouble(1), reader.GetString(2)));
    }

    [Fact]
    public void A_table_comes_back_from_its_data_table()
    {
        var table = new Table("a", "b").Add(1, "x").Add(null, "y");

        var back = Table.From(table.ToDataTable());

        Assert.Equal(table.Columns, back.Columns);
        Assert.Equal(table.Rows, back.Rows);
        Assert.Null(back.Title);
    }

    [Fact]
    public void Numbers_among_texts_are_written_in_the_invariant_culture()
    {
        Assert.Equal("0.5", new Table("a").Add("x").Add(0.5).ToDataTable().Rows[1][0]);
    }

    [ErrorCases]
    internal static IEnumerable<(string, Action)> Errors() =>
    [
        ("Table with a column twice", () => new Table("a", "A").ToDataTable()),
    ];
}
