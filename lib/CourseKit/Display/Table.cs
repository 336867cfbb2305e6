namespace CourseKit.Display;

/// <summary>Named columns and rows of values: a table in HTML that sorts, aligned text for a terminal, Markdown, CSV for everything else.</summary>
/// <remarks>
/// Numbers stand to the right, in the invariant culture. Without a format of its own a column of measured numbers has the digits that
/// they are worth: about four, the same decimals for all. In HTML a click on a column's name sorts by it, without a network; where a front
/// end takes scripts out, the table is a plain one.
/// </remarks>
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

    /// <summary>Whether a click on a column's name sorts the rows; false where their order has a meaning. Default true.</summary>
    public bool Sortable { get; init; } = true;

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

    /// <summary>The cells of a column as people read them.</summary>
    internal string[] TextOf(int column)
    {
        var write = Formats[column] is null && _rows.Exists(row => row[column] is double or float or Half)
            ? NumberText.ForColumn(_rows.Select(row => row[column]).OfType<IFormattable>().Where(IsNumber).Select(AsDouble))
            : null;
        return [.. _rows.Select(row => row[column] is double or float or Half && write is not null ? write(AsDouble((IFormattable)row[column]!)) : ExactText(row[column], column))];
    }

    /// <summary>The value of a cell to its last digit, unless the column has a format.</summary>
    internal string ExactText(int row, int column) => ExactText(_rows[row][column], column);

    private string ExactText(object? value, int column) => value switch
    {
        null => "",
        IFormattable number => number.ToString(Formats[column], CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>A float by its own shortest text: 0.1f means 0.1, not 0.10000000149.</summary>
    private static double AsDouble(IFormattable value) =>
        value is double number ? number : double.Parse(value.ToString(null, CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>Whether a column holds numbers only, and so stands to the right.</summary>
    internal bool IsNumeric(int column) =>
        _rows.Count > 0 && _rows.All(row => row[column] is null || IsNumber(row[column])) && _rows.Any(row => row[column] is not null);

    /// <inheritdoc/>
    public override string ToHtml() => TableHtml.Of(this);

    /// <inheritdoc/>
    public override string ToText() => TableWriter.Text(this);

    /// <summary>The table as CSV: RFC 4180, header first, invariant culture, every digit unless the column has a format; lines end in LF.</summary>
    public string ToCsv() => TableWriter.Csv(this);

    /// <summary>The table as Markdown with pipes, for a README or an issue; the title stands above it in bold. Lines end in LF.</summary>
    public string ToMarkdown() => TableWriter.Markdown(this);

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

    private static bool IsNumber(object? value) =>
        value is sbyte or byte or short or ushort or int or uint or long or ulong or nint or nuint or Half or float or double or decimal;
}
