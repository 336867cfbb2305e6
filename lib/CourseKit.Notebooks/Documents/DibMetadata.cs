using System.Text.Json;

namespace CourseKit.Notebooks.Documents;

/// <summary>A notebook's metadata as a .dib keeps it.</summary>
internal static class DibMetadata
{
    /// <summary>
    /// The document's own metadata, with an .ipynb's kernel list under the name that a .dib has for it, without what Jupyter says of a C# kernel
    /// (it says nothing a .dib needs), and with an entry for every kernel that only a cell names: without one its cell would not be read back.
    /// </summary>
    public static JsonFields Of(NotebookDocument document, Place at)
    {
        var metadata = document.Metadata;
        foreach (var (name, language) in (ReadOnlySpan<(string, string)>)[("kernelspec", "language"), ("language_info", "name")])
            if (metadata.Find(name)?.Field(language)?.StringOrNull() is { } spoken && KernelNames.OfLanguage(spoken) == "csharp")
                metadata = metadata.Without(name);
        metadata = RenamePolyglot(metadata);

        var names = KernelNames.Of(metadata, at);
        var unknown = document.Cells.Where(cell => cell.Kind != CellKind.Raw && !names.TryResolve(cell.Kernel, out _)).Select(cell => cell.Kernel).Distinct();
        return Add(metadata, [.. unknown], document.DefaultKernel);
    }

    private static JsonFields RenamePolyglot(JsonFields metadata)
    {
        if (metadata.Find(KernelMetadata.Polyglot) is not { } polyglot || metadata.ContainsKey(KernelMetadata.KernelInfo))
            return metadata;
        var info = JsonText.Compact(polyglot.Field(KernelMetadata.KernelInfo) ?? polyglot);
        return info == IpynbMetadata.DefaultKernels
            ? metadata.Without(KernelMetadata.Polyglot)
            : new JsonFields(metadata.Select(field => field.Key == KernelMetadata.Polyglot ? KeyValuePair.Create(KernelMetadata.KernelInfo, info) : field));
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
