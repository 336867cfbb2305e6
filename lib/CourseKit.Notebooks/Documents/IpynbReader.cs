using System.Text.Json;

namespace CourseKit.Notebooks.Documents;

/// <summary>Reads one .ipynb text.</summary>
internal static class IpynbReader
{
    public static NotebookDocument Read(string text, string? path)
    {
        var at = new Place(path);
        var notebook = new IpynbObject(ParseJson(text, path), at);
        CheckVersion(notebook);

        var metadata = notebook.Fields("metadata");
        var kernels = new IpynbKernels(metadata, at);
        var cells = notebook.Objects("cells", number => at with { Cell = number }).Select(cell => ReadCell(cell, kernels));
        return new NotebookDocument { Cells = CellIds.Complete([.. cells]), Metadata = metadata };
    }

    private static JsonElement ParseJson(string text, string? path)
    {
        const string Required = "an .ipynb is one JSON object";
        if (string.IsNullOrWhiteSpace(text))
            throw new NotebookFormatException($"{Required}; the file is empty. Save it again from the program that made it.", new Place(path));
        try
        {
            var json = JsonText.Parse(text.TrimStart('\uFEFF'));
            return json.ValueKind == JsonValueKind.Object
                ? json
                : throw new NotebookFormatException($"{Required}; this is JSON, but no object: {json.ValueKind}.", new Place(path));
        }
        catch (JsonException error)
        {
            var (line, column, reason) = JsonText.Locate(error, text);
            throw new NotebookFormatException($"{Required}, and this text is broken: {reason}.", new Place(path, line + 1, column + 1), error);
        }
    }

    private static void CheckVersion(IpynbObject notebook)
    {
        var major = notebook.Number("nbformat");
        if (major == 4)
            return;
        var cure = major > 4 ? "Save it in an older version." : "Open it in Jupyter and save it, which converts it.";
        throw notebook.Error($"nbformat 4 is required; this is {(major is { } version ? $"nbformat {version}" : "without nbformat")}. {cure}");
    }

    private static NotebookCell ReadCell(IpynbObject cell, IpynbKernels kernels)
    {
        var kind = cell.Text("cell_type") switch
        {
            "code" => CellKind.Code,
            "markdown" => CellKind.Markdown,
            "raw" => CellKind.Raw,
            var other => throw cell.Error($"cell_type must be code, markdown or raw; it is {(other is null ? "missing" : $"\"{other}\"")}."),
        };
        var source = (cell.Text("source") ?? "").Replace("\r\n", "\n", StringComparison.Ordinal);
        var metadata = cell.Fields("metadata");
        var magic = kind == CellKind.Code ? kernels.OfMagic(source) : null;
        var kernel = magic ?? kernels.Of(kind, metadata);
        return new NotebookCell
        {
            Kind = kernel == "markdown" && magic is null ? CellKind.Markdown : kind,
            Kernel = kernel,
            Source = source,
            Id = cell.Text("id") ?? "",
            ExecutionCount = cell.Number("execution_count") is > 0 and var count ? count : null,
            Outputs = kind == CellKind.Code ? [.. cell.Objects("outputs", _ => cell.At, "output").Select(IpynbOutputs.Read)] : [],
            Metadata = IpynbKernels.Without(metadata),
            Attachments = cell.Fields("attachments"),
        };
    }
}
