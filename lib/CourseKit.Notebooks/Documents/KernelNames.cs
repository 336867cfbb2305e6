using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace CourseKit.Notebooks.Documents;

/// <summary>The names that a notebook's cells may use for kernels: those that every notebook knows and those of its metadata.</summary>
/// <remarks>The well-known list is that of Polyglot Notebooks' parser; names are compared to the letter.</remarks>
internal sealed class KernelNames
{
    private static readonly (string Name, string[] Aliases)[] Table =
    [
        ("csharp", ["c#", "cs"]),
        ("fsharp", ["f#", "fs"]),
        ("html", []),
        ("http", []),
        ("javascript", ["js"]),
        ("mermaid", []),
        ("pwsh", ["powershell"]),
        ("value", []),
        ("markdown", ["md"]),
    ];

    /// <summary>The names that every notebook knows.</summary>
    public static KernelNames WellKnown { get; } = new();

    private readonly Dictionary<string, string> _nameOf = new(StringComparer.Ordinal);

    private KernelNames()
    {
        foreach (var (name, aliases) in Table)
            foreach (var known in aliases.Prepend(name))
                _nameOf.Add(known, name);
    }

    /// <summary>The well-known names and those of the metadata's kernel list.</summary>
    /// <exception cref="NotebookFormatException">The list is malformed, or a name already names another kernel.</exception>
    public static KernelNames Of(JsonFields metadata, Place at)
    {
        var names = new KernelNames();
        if (KernelMetadata.Info(metadata)?.Field("items") is { } items)
            names.AddAll(items, at);
        return names;
    }

    /// <summary>The kernel of a language as Jupyter writes it: <c>C#</c>, <c>PowerShell</c>; an unknown name stays as it is.</summary>
    public static string OfLanguage(string language) =>
        WellKnown.TryResolve(language, out var name) || WellKnown.TryResolve(language.ToLowerInvariant(), out name) ? name : language;

    /// <summary>Whether it names a kernel, and which.</summary>
    public bool TryResolve(string nameOrAlias, [MaybeNullWhen(false)] out string name) => _nameOf.TryGetValue(nameOrAlias, out name);

    /// <summary>Whether the line of a .dib starts a cell, and of which kernel: it is <c>#!</c> and a name, to the letter.</summary>
    public bool TryResolveHead(string line, [MaybeNullWhen(false)] out string name)
    {
        name = null;
        return line.StartsWith(DibFormat.Mark, StringComparison.Ordinal) && TryResolve(line[DibFormat.Mark.Length..], out name);
    }

    /// <summary>Whether a kernel may have this name: not blank, one line, not beginning with a hash.</summary>
    public static bool IsValid([NotNullWhen(true)] string? name) =>
        !string.IsNullOrWhiteSpace(name) && name[0] != '#' && !name.AsSpan().ContainsAny('\r', '\n');

    private void AddAll(JsonElement items, Place at)
    {
        if (items.ValueKind != JsonValueKind.Array)
            throw new NotebookFormatException($"kernelInfo.items must be a list of kernels; it is {items.GetRawText()}.", at);
        var index = 0;
        foreach (var item in items.EnumerateArray())
        {
            var where = $"kernelInfo.items[{index++}]";
            var name = Name(item.Field("name"), $"{where}.name", at);
            var aliases = Aliases(item.Field("aliases"), $"{where}.aliases", at);
            if (!_nameOf.TryGetValue(name, out var existing))
                Add(name, aliases, at);
            else if (existing != name)
                throw Taken(name, existing, where, at);
        }
    }

    private void Add(string name, string[] aliases, Place at)
    {
        foreach (var known in aliases.Prepend(name))
            if (!_nameOf.TryAdd(known, name))
                throw Taken(known, _nameOf[known], $"the kernel \"{name}\"", at);
    }

    private static string[] Aliases(JsonElement? aliases, string where, Place at) => aliases switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(alias => Name(alias, where, at))],
        { } other => throw new NotebookFormatException($"{where} must be a list of names; it is {other.GetRawText()}.", at),
    };

    private static string Name(JsonElement? name, string where, Place at)
    {
        var text = name?.StringOrNull();
        return IsValid(text)
            ? text
            : throw new NotebookFormatException(
                $"{where} must be a name, not blank, not beginning with #; it is {name?.GetRawText() ?? "missing"}. Write it without #!.",
                at);
    }

    private static NotebookFormatException Taken(string name, string owner, string where, Place at) =>
        new($"{where} uses the name \"{name}\", which already stands for the kernel \"{owner}\". Choose another name.", at);
}
