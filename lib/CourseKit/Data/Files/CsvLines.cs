using CsvHelper;

namespace CourseKit.Data.Files;

/// <summary>The lines of a CSV file, each held against the header.</summary>
/// <remarks>CsvHelper cuts the cells; what is wrong with a line is said here.</remarks>
internal sealed class CsvLines : IDisposable
{
    private readonly string _file;
    private readonly CsvReader _reader;
    private bool _firstLineIsRead;

    /// <exception cref="ArgumentException">The delimiter cannot be one.</exception>
    /// <exception cref="DatasetException">The file is empty, or two columns have one name.</exception>
    public CsvLines(string file, Stream stream, CsvOptions options)
    {
        if (options.Delimiter is > '\x7F' or '"' or '\r' or '\n' or '\0')
            throw new ArgumentException(
                $"CsvOptions.Delimiter: an ASCII character is required, no quote, no line break; received U+{(int)options.Delimiter:X4}.");
        _file = file;
        _reader = CsvReader.Create(stream, new CsvReaderOptions
        {
            Separator = options.Delimiter,
            HasHeader = options.HasHeader,
            MalformedData = CsvMalformedDataHandling.Throw,
            TrackLineNumbers = true,
        });
        Columns = ReadColumns(options.HasHeader);
        if (Columns.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new DatasetException($"{file}: every column has a name of its own; \"{twice.Key}\" stands there {twice.Count()} times. " +
                "Rename one, or read with HasHeader = false.");
    }

    /// <summary>Names of the columns, left to right.</summary>
    public List<string> Columns { get; }

    /// <summary>Goes to the next line of values.</summary>
    /// <exception cref="DatasetException">It has more or fewer cells than there are columns, or a quote that is not closed.</exception>
    public bool Read()
    {
        if (_firstLineIsRead)
        {
            _firstLineIsRead = false;
            return true;
        }
        if (!Next())
            return false;
        if (_reader.FieldCount != Columns.Count)
            throw new DatasetException(FormattableString.Invariant(
                $"{_file}, line {_reader.LineNumber}: {Columns.Count} cells are required, one a column; {_reader.FieldCount} received. ") +
                "Text with a comma stands in quotes; another separator is given as CsvOptions.Delimiter.");
        return true;
    }

    /// <summary>A cell as text.</summary>
    public string Text(int column) => _reader.GetString(column);

    /// <summary>All cells but one as numbers.</summary>
    /// <exception cref="DatasetException">One of them is no finite number.</exception>
    public double[] Numbers(int exceptColumn)
    {
        var numbers = new double[Columns.Count - 1];
        for (int column = 0, next = 0; next < numbers.Length; column++)
            if (column != exceptColumn)
                numbers[next++] = Number(column);
        return numbers;
    }

    public void Dispose() => _reader.Dispose();

    private double Number(int column)
    {
        // CsvHelper takes commas for separators of thousands, so that "3,14" would become 314.
        if (_reader.TryParse(column, out double value) && double.IsFinite(value) && !_reader.GetSpan(column).Contains((byte)','))
            return value;
        var text = Text(column);
        throw new DatasetException(string.Create(CultureInfo.InvariantCulture,
            $"{_file}, line {_reader.LineNumber}, column {column + 1} (\"{Columns[column]}\"): a number is required; ") +
            $"received \"{text}\", {CsvNumber.Explain(text)}");
    }

    private List<string> ReadColumns(bool header)
    {
        var any = Next();
        if (header ? _reader.Headers.Count == 0 : !any)
            throw new DatasetException($"{_file}: at least one line is required; the file has none.");
        _firstLineIsRead = any;
        return [.. Enumerable.Range(0, header ? _reader.Headers.Count : _reader.FieldCount).Select(i => NameOf(i, header))];
    }

    private string NameOf(int column, bool header) => header && _reader.Headers[column].Length > 0
        ? _reader.Headers[column]
        : string.Create(CultureInfo.InvariantCulture, $"column {column + 1}");

    private bool Next()
    {
        try
        {
            return _reader.Read();
        }
        catch (CsvFormatException malformed)
        {
            throw new DatasetException(string.Create(CultureInfo.InvariantCulture, $"{_file}, line {malformed.LineNumber}: ") +
                "a cell with quotes begins and ends with one, those inside are doubled; here they are not. Is one not closed?", malformed);
        }
        catch (IOException failure)
        {
            throw new DatasetException($"{_file}: the file cannot be read to its end. {failure.Message}", failure);
        }
    }
}
