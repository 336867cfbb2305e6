namespace CourseKit.Notebooks.Documents;

/// <summary>One value in several representations, best first: MIME type → text as is, JSON types as JSON text, images as base64.</summary>
public sealed class MimeBundle : IEquatable<MimeBundle>
{
    private readonly OrderedDictionary<string, string> _entries = new(StringComparer.Ordinal);

    /// <summary>Takes the entries in their order; of a MIME type given twice the last text counts.</summary>
    public MimeBundle(IEnumerable<KeyValuePair<string, string>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        foreach (var (type, text) in entries)
            _entries[type] = text;
    }

    /// <summary>MIME type and text, best first.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Entries => _entries;

    /// <summary>The text of one MIME type; null where the bundle lacks it.</summary>
    public string? this[string mimeType] => _entries.GetValueOrDefault(mimeType);

    /// <summary>A bundle of one <c>text/plain</c> entry.</summary>
    public static MimeBundle PlainText(string text) => new([new("text/plain", text)]);

    /// <summary>Equal when both have the same entries in the same order.</summary>
    public bool Equals(MimeBundle? other) => other is not null && _entries.SequenceEqual(other._entries);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MimeBundle);

    /// <inheritdoc/>
    public override int GetHashCode() => _entries.Aggregate(0, (hash, entry) => HashCode.Combine(hash, entry.Key, entry.Value));
}
