namespace CourseKit.Display;

/// <summary>Named columns and rows of values: a table in HTML, aligned text for a terminal, CSV for everything else.</summary>
/// <remarks>Numbers stand to the right and are written in the invariant culture with the column's format.</remarks>
[TypeFormatterSource(typeof(RichViewFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.PlainText, MimeTypes.Csv])]
public sealed partial class Table : RichView
{
    private readonly List<object?[]> _rows = [];

    /// <summary>Makes an empty table.</summary>
    /// <param name="columns">Column names, left to right; at least one.</param>
    /// <exception cref="ArgumentException">No column is given.</exception>
    public Table(params string[] columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Length == 0)
            throw new ArgumentException("Table: at least one column is required; none was given. Name the columns: new Table(\"epoch\", \"loss\").");
        Columns = columns;
        Formats = new string?[columns.Length];
    }

    /// <summary>Column names, left to right.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Rows, top to bottom; each as long as <see cref="Columns"/>.</summary>
    public IReadOnlyList<IReadOnlyList<object?>> Rows => _rows;

    /// <summary>The line above the table; says what the numbers rest on.</summary>
    public string? Title { get; init; }

    private string?[] Formats { get; }

    /// <summary>Adds a row at the end.</summary>
    /// <param name="values">One value per column; null is an empty cell.</param>
    /// <returns>This table.</returns>
    /// <exception cref="ArgumentException">The number of values is not the number of columns.</exception>
    public Table Add(params object?[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Length != Columns.Count)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"Table.Add: one value per column is required, {Columns.Count} ({string.Join(", ", Columns)}); {values.Length} received."));
        _rows.Add(values);
        return this;
    }

    /// <summary>Sets the .NET number format of a column, such as <c>"0.000"</c> or <c>"P1"</c>.</summary>
    /// <returns>This table.</returns>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public Table Format(string column, string format)
    {
        var index = Columns.ToList().IndexOf(column);
        if (index < 0)
            throw new ArgumentException($"Table.Format: no column \"{column}\". Known: {string.Join(", ", Columns)}.");
        Formats[index] = format;
        return this;
    }

    /// <summary>The value of a cell as it is written.</summary>
    internal string TextOf(int row, int column) => _rows[row][column] switch
    {
        null => "",
        IFormattable value => value.ToString(Formats[column], CultureInfo.InvariantCulture),
        var value => value.ToString() ?? "",
    };

    /// <summary>Whether a column holds numbers only, and so stands to the right.</summary>
    internal bool IsNumeric(int column) =>
        _rows.Count > 0 && _rows.All(row => row[column] is null || IsNumber(row[column]!)) && _rows.Any(row => row[column] is not null);

    /// <inheritdoc/>
    public override string ToHtml() => TableWriter.Html(this);

    /// <inheritdoc/>
    public override string ToText() => TableWriter.Text(this);

    /// <summary>The table as CSV: RFC 4180, header first, invariant culture, lines end in LF.</summary>
    public string ToCsv() => TableWriter.Csv(this);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"Table{(Title is null ? "" : $" \"{Title}\"")}: {_rows.Count} rows × {Columns.Count} columns ({string.Join(", ", Columns)})");

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, object> ToMimeBundle() => new Dictionary<string, object>
    {
        [MimeTypes.Html] = ToHtml(),
        [MimeTypes.PlainText] = ToText(),
        [MimeTypes.Csv] = ToCsv(),
    };

    private static bool IsNumber(object value) =>
        value is sbyte or byte or short or ushort or int or uint or long or ulong or nint or nuint or Half or float or double or decimal;
}
