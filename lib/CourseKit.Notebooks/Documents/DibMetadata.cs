using System.Text.Json;

namespace CourseKit.Notebooks.Documents;

/// <summary>A notebook's metadata as a .dib keeps it.</summary>
internal static class DibMetadata
{
    /// <summary>
    /// The document's own metadata, with an .ipynb's kernel list under the name that a .dib has for it, without what Jupyter says of a C#
    /// kernel (nothing that a .dib needs), and with an entry for every kernel that only a cell names (or the cell would be read as text).
    /// </summary>
    public static JsonFields Of(NotebookDocument document, Place at)
    {
        var metadata = document.Metadata;
        foreach (var (name, language) in (ReadOnlySpan<(string, string)>)[("kernelspec", "language"), ("language_info", "name")])
            if (metadata.Find(name)?.Field(language)?.StringOrNull() is { } spoken && KernelNames.OfLanguage(spoken) == "csharp")
                metadata = metadata.Without(name);
        metadata = RenamePolyglot(metadata);

        return Add(metadata, [.. Unknown(document.Cells, KernelNames.Of(metadata, at), at).Distinct()], document.DefaultKernel);
    }

    private static IEnumerable<string> Unknown(IReadOnlyList<NotebookCell> cells, KernelNames names, Place at)
    {
        for (var i = 0; i < cells.Count; i++)
            if (cells[i].Kind != CellKind.Raw && !names.TryResolve(cells[i].Kernel, out _))
                yield return KernelNames.IsValid(cells[i].Kernel)
                    ? cells[i].Kernel
                    : throw new NotebookFormatException(
                        $"a kernel's name must be one line, not blank, not beginning with #; this is {JsonText.Quote(cells[i].Kernel)}.",
                        at with { Cell = i + 1 });
    }

    private static JsonFields RenamePolyglot(JsonFields metadata)
    {
        if (metadata.Find(KernelMetadata.Polyglot) is not { } polyglot || metadata.ContainsKey(KernelMetadata.KernelInfo))
            return metadata;
        var info = JsonText.Compact(polyglot.Field(KernelMetadata.KernelInfo) ?? polyglot);
        return info == IpynbMetadata.DefaultKernels
            ? metadata.Without(KernelMetadata.Polyglot)
            : metadata.Renamed(KernelMetadata.Polyglot, KernelMetadata.KernelInfo).With(KernelMetadata.KernelInfo, info);
    }

    private static JsonFields Add(JsonFields metadata, string[] kernels, string defaultKernel)
    {
        if (kernels.Length == 0)
            return metadata;
        var info = metadata.Find(KernelMetadata.KernelInfo) is { ValueKind: JsonValueKind.Object } given
            ? JsonFields.Of(given)
            : JsonFields.Empty.With("defaultKernelName", JsonText.Quote(defaultKernel));
        var items = info.Find("items") is { } listed ? listed.EnumerateArray().Select(JsonText.Compact) : [];
        var added = kernels.Select(name => JsonFields.Empty.With("name", JsonText.Quote(name)).ToJson());
        return metadata.With(KernelMetadata.KernelInfo, info.With("items", $"[{string.Join(',', items.Concat(added))}]").ToJson());
    }
}
