using System.Collections;
using System.Runtime.CompilerServices;

namespace CourseKit.Notebooks.Documents;

/// <summary>A list copied once and equal by its items, so that the records that hold one are equal by value.</summary>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
internal sealed class ValueList<T>(T[] items) : IReadOnlyList<T>
{
    private readonly T[] _items = items;

    public int Count => _items.Length;

    public T this[int index] => _items[index];

    public IEnumerator<T> GetEnumerator() => _items.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override bool Equals(object? obj) => obj is ValueList<T> other && _items.AsSpan().SequenceEqual(other._items);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in _items)
            hash.Add(item);
        return hash.ToHashCode();
    }
}

internal static class ValueList
{
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => new(items.ToArray());

    public static ValueList<T> From<T>(IReadOnlyList<T> items) => items as ValueList<T> ?? new([.. items]);
}
