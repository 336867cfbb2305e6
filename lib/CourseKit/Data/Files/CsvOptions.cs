namespace CourseKit.Data.Files;

/// <summary>How a CSV file is written.</summary>
public sealed record CsvOptions
{
    /// <summary>What stands between two cells, an ASCII character.</summary>
    /// <value>Default: null, found out from the first lines: comma, semicolon, tab or |.</value>
    public char? Delimiter { get; init; }

    /// <summary>Whether the first line names the columns; otherwise they are called <c>column 1</c>, <c>column 2</c>, ….</summary>
    /// <value>Default: true.</value>
    public bool HasHeader { get; init; } = true;

    /// <summary>How titles call the data. Default: the file's name.</summary>
    public string? Name { get; init; }
}
