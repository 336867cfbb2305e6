using System.Data;

namespace CourseKit.Display;

/// <content>
/// The bridge to <see cref="DataTable"/>, and so to what reads data readers:
/// <c>DataFrame.LoadFrom(table.ToDataTable().CreateDataReader())</c>.
/// </content>
public sealed partial class Table
{
    /// <summary>Copies the table.</summary>
    /// <remarks>A column whose values are of one type keeps it; numbers of several types become double, all else becomes text.</remarks>
    /// <returns>A table named by <see cref="Title"/>; empty cells are <see cref="DBNull"/>.</returns>
    /// <exception cref="InvalidOperationException">Two columns have one name, capitals aside.</exception>
    public DataTable ToDataTable()
    {
        var names = Columns.GroupBy(name => name, StringComparer.OrdinalIgnoreCase);
        if (names.FirstOrDefault(name => name.Count() > 1) is { } twice)
            throw new InvalidOperationException(
                $"Table.ToDataTable: every column has a name of its own; \"{twice.Key}\" stands there twice. Rename one.");
        var data = new DataTable(Title ?? "") { Locale = CultureInfo.InvariantCulture };
        for (var column = 0; column < Columns.Count; column++)
            data.Columns.Add(Columns[column], TypeOf(column));
        foreach (var row in _rows)
            data.Rows.Add([.. row.Select((value, column) => Convert(value, data.Columns[column].DataType))]);
        return data;
    }

    /// <summary>Copies a data table: its columns, its rows, its name as <see cref="Title"/>.</summary>
    /// <exception cref="ArgumentException">It has no columns.</exception>
    public static Table From(DataTable data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var table = new Table([.. data.Columns.Cast<DataColumn>().Select(column => column.ColumnName)])
        {
            Title = data.TableName.Length > 0 ? data.TableName : null,
        };
        foreach (DataRow row in data.Rows)
            table.Add([.. row.ItemArray.Select(value => value is DBNull ? null : value)]);
        return table;
    }

    private Type TypeOf(int column)
    {
        var types = _rows.Select(row => row[column]?.GetType()).OfType<Type>().Distinct().ToList();
        if (types.Count == 1)
            return types[0];
        return IsNumeric(column) ? typeof(double) : typeof(string);
    }

    private static object Convert(object? value, Type type)
    {
        if (value is null)
            return DBNull.Value;
        if (value.GetType() == type)
            return value;
        return type == typeof(double)
            ? value is Half half ? (double)half : System.Convert.ToDouble(value, CultureInfo.InvariantCulture)
            : (value as IFormattable)?.ToString(null, CultureInfo.InvariantCulture) ?? value.ToString() ?? "";
    }
}
