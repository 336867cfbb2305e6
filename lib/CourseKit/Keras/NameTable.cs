using CourseKit.Nn;

namespace CourseKit.Keras;

/// <summary>What can be asked for by a word, in any of Keras's spellings: <c>"mean_squared_error"</c>, <c>"MeanSquaredError"</c>, <c>"mse"</c>.</summary>
/// <param name="kind">What the words name, for the error: <c>optimizer</c>.</param>
/// <param name="entries">The name that is shown first, other words for the same, and how to make it.</param>
internal sealed class NameTable<T>(string kind, params (string Name, string[] Others, Func<T> Make)[] entries)
{
    /// <summary>Makes what the word names.</summary>
    /// <exception cref="ArgumentException">There is no such word; the nearest one is suggested.</exception>
    public T this[string word]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(word);
            var plain = Plain(word);
            var entry = Array.Find(entries, entry => entry.Others.Prepend(entry.Name).Any(name => Plain(name) == plain));
            return entry.Make is { } make
                ? make()
                : throw new ArgumentException(KnownNames.Unknown(kind, word, [.. entries.Select(known => known.Name)]));
        }
    }

    // As Keras does it, snake case and capitals name the same: "CategoricalCrossentropy" is categorical_crossentropy.
    private static string Plain(string word) => word.Replace("_", "", StringComparison.Ordinal).Trim().ToLowerInvariant();
}
