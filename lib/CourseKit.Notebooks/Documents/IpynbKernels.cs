using System.Text.Json;

namespace CourseKit.Notebooks.Documents;

/// <summary>Which kernel a cell of an .ipynb is for: every generation of .NET notebooks wrote it elsewhere.</summary>
internal sealed class IpynbKernels(JsonFields notebookMetadata, Place at)
{
    /// <summary>Field and sub-field of a cell's metadata, the newest first. They hold <see cref="NotebookCell.Kernel"/>.</summary>
    private static readonly (string Field, string Name)[] Written =
    [
        (KernelMetadata.Polyglot, "kernelName"),
        ("dotnet_interactive", "language"),
    ];

    private readonly KernelNames _names = KernelNames.Of(notebookMetadata, at);

    private readonly string _default = KernelMetadata.DefaultKernel(notebookMetadata) ?? "csharp";

    /// <summary>The kernel that the first line of a code cell names, as <c>#!fsharp</c> does; null if it names none.</summary>
    public string? OfMagic(string source)
    {
        if (!source.StartsWith(DibFormat.Mark, StringComparison.Ordinal))
            return null;
        var end = source.IndexOfAny([' ', '\r', '\n']);
        return _names.TryResolve(source[DibFormat.Mark.Length..(end < 0 ? source.Length : end)], out var name) ? name : null;
    }

    /// <summary>The kernel by the cell's metadata, aliases resolved, else the notebook's default.</summary>
    public string Of(CellKind kind, JsonFields metadata) => kind switch
    {
        CellKind.Markdown => "markdown",
        CellKind.Raw => "raw",
        _ => OfMetadata(metadata) ?? _default,
    };

    /// <summary>The cell's metadata without the kernel's name.</summary>
    public static JsonFields Without(JsonFields metadata)
    {
        foreach (var (field, name) in Written)
            if (metadata.Find(field) is { ValueKind: JsonValueKind.Object } value)
            {
                var rest = JsonFields.Of(value).Without(name);
                metadata = rest.Count == 0 ? metadata.Without(field) : metadata.With(field, rest.ToJson());
            }
        return metadata;
    }

    /// <summary>The cell's metadata with the kernel's name under every name for it.</summary>
    public static JsonFields With(JsonFields metadata, string kernel)
    {
        foreach (var (field, name) in Written)
        {
            var value = metadata.Find(field) is { ValueKind: JsonValueKind.Object } given ? JsonFields.Of(given) : JsonFields.Empty;
            var json = value.With(name, JsonText.Quote(kernel)).ToJson();
            metadata = metadata.ContainsKey(field)
                ? metadata.With(field, json)
                : new JsonFields(metadata.Prepend(KeyValuePair.Create(field, json)));
        }
        return metadata;
    }

    private string? OfMetadata(JsonFields metadata)
    {
        foreach (var (field, name) in Written)
            if (metadata.Find(field)?.Field(name)?.StringOrNull() is { Length: > 0 } kernel)
                return _names.TryResolve(kernel, out var resolved) ? resolved : kernel;
        return OfVSCode(metadata.Find("vscode")?.Field("languageId")?.StringOrNull());
    }

    /// <summary>VS Code's own mark: <c>csharp</c>, <c>dotnet-interactive.csharp</c>; <c>polyglot-notebook</c> says nothing.</summary>
    private string? OfVSCode(string? languageId) =>
        languageId is not null && _names.TryResolve(languageId[(languageId.LastIndexOf('.') + 1)..], out var name) ? name : null;
}
