using System.Collections;

namespace Microsoft.Data.Analysis;

/// <summary>Has the names and the shape of Microsoft's data frame: columns with a name that can be enumerated, rows that can be counted.</summary>
internal sealed class DataFrame(params DataFrameColumn[] columns)
{
    public IReadOnlyList<DataFrameColumn> Columns { get; } = columns;

    public DataFrameRowCollection Rows { get; } = new(columns.Length == 0 ? 0 : columns[0].Count);
}

internal sealed record DataFrameRowCollection(long Count);

internal sealed class DataFrameColumn(string name, params object?[] values) : IEnumerable
{
    public string Name { get; } = name;

    internal long Count => values.Length;

    public IEnumerator GetEnumerator() => values.GetEnumerator();
}
