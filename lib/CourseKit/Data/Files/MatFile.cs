namespace CourseKit.Data.Files;

/// <summary>The variables of a MATLAB file of version 5 to 7 (<c>save x.mat -v7</c>): numeric arrays, text, cell arrays of them.</summary>
/// <remarks>
/// Both byte orders, compressed or not. Structures, objects, sparse and complex arrays are listed in <see cref="Names"/>, and asking for
/// one is an error that says what it is. Version 7.3 is HDF5, another format. Format: MathWorks, "MAT-File Format", level 5.
/// </remarks>
public sealed class MatFile
{
    private readonly string _file;
    private readonly Dictionary<string, object> _variables;

    internal MatFile(string file, Dictionary<string, object> variables) => (_file, _variables) = (file, variables);

    /// <summary>Names of the variables, in the order of the file.</summary>
    public IReadOnlyCollection<string> Names => _variables.Keys;

    /// <summary>Reads all variables.</summary>
    /// <exception cref="DatasetException">The file is missing, cut short, damaged, or not of this version.</exception>
    public static MatFile Read(string path)
    {
        using var file = FileSource.OpenFile(path);
        return Read(path, WholeFile.Read(path, file));
    }

    /// <summary>A numeric array; its rows and columns are those of MATLAB.</summary>
    /// <exception cref="DatasetException">There is no such variable, or it is none.</exception>
    public NdArray Array(string name) => Get<NdArray>(name, "a numeric array");

    /// <summary>A text of one row.</summary>
    /// <exception cref="DatasetException">There is no such variable, or it is none.</exception>
    public string Text(string name) => Get<string>(name, "a text");

    /// <summary>The numeric arrays in a cell array, in MATLAB's order: down the first column first.</summary>
    /// <exception cref="DatasetException">There is no such variable, or it is none, or one of its cells is no numeric array.</exception>
    public IReadOnlyList<NdArray> Cells(string name) => Cells<NdArray>(name, "numeric arrays");

    /// <summary>The texts in a cell array, in MATLAB's order: class names.</summary>
    /// <exception cref="DatasetException">There is no such variable, or it is none, or one of its cells is no text.</exception>
    public IReadOnlyList<string> Texts(string name) => Cells<string>(name, "texts");

    internal static MatFile Read(string file, byte[] bytes) => new(file, new MatReader(file).Read(bytes));

    private T[] Cells<T>(string name, string what)
        where T : class
    {
        var cells = Get<object[]>(name, $"a cell array of {what}");
        var typed = new T[cells.Length];
        for (var i = 0; i < cells.Length; i++)
            typed[i] = cells[i] as T ?? throw new DatasetException(string.Create(CultureInfo.InvariantCulture,
                $"{_file}: cell array {name}: {what} are required; cell {i + 1} of {cells.Length} is {Describe(cells[i])}."));
        return typed;
    }

    private T Get<T>(string name, string what)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!_variables.TryGetValue(name, out var value))
            throw new DatasetException($"{_file}: there is no variable {name}. Known: {string.Join(", ", Names)}.");
        return value as T ?? throw new DatasetException($"{_file}: variable {name}: {what} is required; it is {Describe(value)}.");
    }

    private static string Describe(object value) => value switch
    {
        NdArray array => $"a numeric array {array}",
        string => "a text",
        object[] cells => string.Create(CultureInfo.InvariantCulture, $"a cell array of {cells.Length}"),
        _ => value.ToString()!,
    };
}
