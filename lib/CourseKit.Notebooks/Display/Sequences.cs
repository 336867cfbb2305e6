using System.Collections;
using System.Dynamic;
using System.Globalization;
using System.Reflection;

namespace CourseKit.Notebooks.Display;

/// <summary>The elements of sequences as far as they are shown.</summary>
internal static class Sequences
{
    [ThreadStatic]
    private static Dictionary<object, (List<object?>, string)>? _taken;

    private static readonly MethodInfo PairsMethod = typeof(Sequences).GetMethod(nameof(Pairs), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <summary>Within it an iterator runs once, however often it is asked for: its text must not cost its side effects twice.</summary>
    public static T Once<T>(Func<T> format)
    {
        if (_taken is not null)
            return format();
        _taken = new(ReferenceEqualityComparer.Instance);
        try
        {
            return format();
        }
        finally
        {
            _taken = null;
        }
    }

    /// <summary>The first elements, and words for those that are left out: <c> ... (5 more)</c>, or nothing.</summary>
    public static (List<object?> Elements, string More) Take(IEnumerable sequence)
    {
        if (sequence is ICollection || _taken is null)
            return Enumerate(sequence);
        if (!_taken.TryGetValue(sequence, out var taken))
            _taken[sequence] = taken = Enumerate(sequence);
        return taken;
    }

    public static string More(int count) =>
        count > FormatLimits.Elements ? string.Create(CultureInfo.InvariantCulture, $" ... ({count - FormatLimits.Elements} more)") : "";

    /// <summary>Whether a sequence is nothing but its elements; others, such as sets and what iterators return, are objects with members too.</summary>
    public static bool IsPlain(IEnumerable sequence) =>
        sequence is ICollection || sequence.GetType().FullName is { } name && name.StartsWith("System.Linq.Enumerable+", StringComparison.Ordinal);

    /// <summary>Keys with values, for any kind of dictionary; null for other things.</summary>
    public static IEnumerable<(object? Key, object? Value)>? Entries(object value) => value switch
    {
        IDictionary dictionary => dictionary.Keys.Cast<object?>().Select(key => (key, dictionary[key!])),
        ExpandoObject expando => expando.Select(entry => ((object?)entry.Key, entry.Value)),
        IEnumerable when DictionaryOf(value.GetType()) is { } dictionary => (IEnumerable<(object?, object?)>)PairsMethod.MakeGenericMethod(dictionary.GetGenericArguments()).Invoke(null, [value])!,
        _ => null,
    };

    public static bool IsGroup(object element) =>
        Array.Exists(element.GetType().GetInterfaces(), type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IGrouping<,>));

    private static (List<object?>, string) Enumerate(IEnumerable sequence)
    {
        var elements = new List<object?>();
        foreach (var element in sequence)
        {
            if (elements.Count >= FormatLimits.Elements)
                return (elements, ValueMembers.Count(sequence) is { } count ? More(count) : " ... (more)");
            elements.Add(element);
        }
        return (elements, "");
    }

    private static Type? DictionaryOf(Type type) => Array.Find(type.GetInterfaces(), candidate => candidate.IsGenericType
        && (candidate.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) || candidate.GetGenericTypeDefinition() == typeof(IDictionary<,>)));

    /// <summary>As a dictionary: enumerated in another way, such as a regular expression's groups, it may give something else than pairs.</summary>
    private static IEnumerable<(object? Key, object? Value)> Pairs<TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> pairs) =>
        pairs.Select(pair => ((object?)pair.Key, (object?)pair.Value));
}
