using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace CourseKit.Notebooks.Documents;

/// <summary>An immutable map from names to texts that keeps its order and is equal by value, order included.</summary>
/// <remarks>What was read from a file is written back in the same order: a notebook only opened and saved shows no difference.</remarks>
[SuppressMessage("Naming", "CA1710", Justification = "Bundle and fields are the formats' own words.")]
public abstract class TextMap : IReadOnlyDictionary<string, string>, IEquatable<TextMap>
{
    private readonly KeyValuePair<string, string>[] _entries;

    /// <param name="entries">Name and text; a name given twice keeps its first place and its last text.</param>
    private protected TextMap(IEnumerable<KeyValuePair<string, string>> entries)
    {
        var distinct = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, text) in entries)
            distinct[name] = text;
        _entries = [.. distinct];
    }

    /// <summary>How many names there are.</summary>
    public int Count => _entries.Length;

    /// <summary>The names, in order.</summary>
    public IEnumerable<string> Keys => _entries.Select(entry => entry.Key);

    /// <summary>The texts, in the order of their names.</summary>
    public IEnumerable<string> Values => _entries.Select(entry => entry.Value);

    /// <summary>The text of a name.</summary>
    /// <exception cref="KeyNotFoundException">The name is not there; the message lists those that are.</exception>
    public string this[string key] => TryGetValue(key, out var text)
        ? text
        : throw new KeyNotFoundException($"No \"{key}\" in this {GetType().Name}. It holds: {string.Join(", ", Keys)}.");

    /// <summary>Whether a name is there. Names are compared to the letter.</summary>
    public bool ContainsKey(string key) => TryGetValue(key, out _);

    /// <summary>The text of a name, if it is there. Maps are small (a handful of names): the search is a walk.</summary>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        foreach (var entry in _entries)
            if (entry.Key == key)
            {
                value = entry.Value;
                return true;
            }
        value = null;
        return false;
    }

    /// <summary>The entries, in order.</summary>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _entries.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether the other map is of the same kind and holds the same names and texts in the same order.</summary>
    public bool Equals(TextMap? other) =>
        other is not null && other.GetType() == GetType() && _entries.AsSpan().SequenceEqual(other._entries);

    /// <inheritdoc cref="Equals(TextMap)"/>
    public override bool Equals(object? obj) => Equals(obj as TextMap);

    /// <summary>A hash of all names and texts.</summary>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var (name, text) in _entries)
        {
            hash.Add(name, StringComparer.Ordinal);
            hash.Add(text, StringComparer.Ordinal);
        }
        return hash.ToHashCode();
    }

    /// <summary>The names only: <c>MimeBundle(text/html, text/plain)</c>. Texts may be pictures of megabytes.</summary>
    public override string ToString() => $"{GetType().Name}({string.Join(", ", Keys)})";
}
