using System.Text.Json;

namespace CourseKit.Notebooks.Documents;

/// <summary>Reads one .ipynb text.</summary>
internal static class IpynbReader
{
    public static NotebookDocument Read(string text, string? path)
    {
        var at = new Place(path);
        var notebook = new IpynbObject(ParseJson(text.TrimStart('\uFEFF'), path), at);
        CheckVersion(notebook);

        var metadata = notebook.Fields("metadata");
        var kernels = new IpynbKernels(metadata, at);
        var cells = notebook.Objects("cells", number => at with { Cell = number }).Select(cell => ReadCell(cell, kernels));
        return new NotebookDocument { Cells = CellIds.Complete([.. cells]), Metadata = metadata };
    }

    private static JsonElement ParseJson(string text, string? path)
    {
        const string Required = "an .ipynb is one JSON object";
        const string Cure = "Save it again from the program that made it.";
        if (string.IsNullOrWhiteSpace(text))
            throw new NotebookFormatException($"{Required}; the file is empty. {Cure}", new Place(path));
        try
        {
            var json = JsonText.Parse(text);
            return json.ValueKind == JsonValueKind.Object
                ? json
                : throw new NotebookFormatException($"{Required}; this is JSON, but no object: {json.ValueKind}. {Cure}", new Place(path));
        }
        catch (JsonException error)
        {
            var (line, column, reason) = JsonText.Locate(error, text);
            var at = new Place(path, line + 1, column + 1);
            throw new NotebookFormatException($"{Required}, and this one is broken: {reason}. {Cure}", at, error);
        }
    }

    private static void CheckVersion(IpynbObject notebook)
    {
        var major = notebook.Number("nbformat");
        if (major == 4)
            return;
        var received = major is null ? "a file that names none" : $"nbformat {major}";
        var cure = major > 4 ? "Save it in an older version." : "Open it in Jupyter and save it, which converts it.";
        throw notebook.Error($"nbformat 4 is required; this is {received}. {cure}");
    }

    private static NotebookCell ReadCell(IpynbObject cell, IpynbKernels kernels)
    {
        var written = Kind(cell);
        var source = (cell.Text("source") ?? "").Replace("\r\n", "\n", StringComparison.Ordinal);
        var metadata = cell.Fields("metadata");
        var magic = written == CellKind.Code ? kernels.OfMagic(source) : null;
        var kernel = magic ?? kernels.Of(written, metadata);
        var kind = kernel == "markdown" && magic is null ? CellKind.Markdown : written;
        return new NotebookCell
        {
            Kind = kind,
            Kernel = kernel,
            Source = source,
            Id = cell.Text("id") ?? "",
            ExecutionCount = kind == CellKind.Code ? cell.Count("execution_count") : null,
            Outputs = kind == CellKind.Code ? [.. cell.Objects("outputs", _ => cell.At, "output").Select(IpynbOutputs.Read)] : [],
            Metadata = IpynbKernels.Without(metadata),
            Attachments = cell.Fields("attachments"),
        };
    }

    private static CellKind Kind(IpynbObject cell) => cell.Text("cell_type") switch
    {
        "code" => CellKind.Code,
        "markdown" => CellKind.Markdown,
        "raw" => CellKind.Raw,
        null => throw cell.Error("cell_type must be code, markdown or raw; it is missing."),
        var other => throw cell.Error($"cell_type must be code, markdown or raw; it is \"{other}\"."),
    };
}
