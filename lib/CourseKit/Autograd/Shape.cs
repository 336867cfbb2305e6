using System.Collections;
using System.Runtime.CompilerServices;
using static System.FormattableString;

namespace CourseKit.Autograd;

/// <summary>
/// The lengths of a tensor along its axes, written <c>[2, 3]</c> in code and <c>(2, 3)</c> in text. A scalar has the shape <c>()</c>.
/// </summary>
[CollectionBuilder(typeof(Shape), nameof(Create))]
public readonly struct Shape : IReadOnlyList<int>, IEquatable<Shape>
{
    private readonly int[]? _lengths;

    private Shape(int[] lengths) => _lengths = lengths;

    /// <summary>The number of axes: 0 for a scalar, 2 for a matrix.</summary>
    public int Rank => _lengths?.Length ?? 0;

    /// <summary>The number of values: the product of the lengths, 1 for a scalar.</summary>
    public int Size
    {
        get
        {
            var size = 1;
            foreach (var length in Lengths)
                size *= length;
            return size;
        }
    }

    /// <summary>As <see cref="Rank"/>, so that <c>shape[^1]</c> is the last length.</summary>
    public int Count => Rank;

    internal ReadOnlySpan<int> Lengths => _lengths;

    /// <summary>The length along an axis.</summary>
    /// <param name="axis">0..Rank−1.</param>
    public int this[int axis] => Lengths[axis];

    /// <summary>A shape of these lengths.</summary>
    /// <exception cref="ArgumentException">A length is negative, or the tensor would have more than 2³¹−1 values.</exception>
    public static Shape Create(ReadOnlySpan<int> lengths)
    {
        var size = 1L;
        foreach (var length in lengths)
        {
            if (length < 0)
            {
                throw new ArgumentException(
                    Invariant($"Shape: lengths of 0 or more are required; received {length} in {Text(lengths)}."), nameof(lengths));
            }
            size = Math.Min(size * length, 1L << 32);
        }
        if (size > Array.MaxLength)
        {
            throw new ArgumentException(
                Invariant($"Shape: at most {Array.MaxLength} values are required; received {Text(lengths)}. Work in batches."),
                nameof(lengths));
        }
        return new Shape(lengths.ToArray());
    }

    /// <summary>Whether both shapes have the same lengths.</summary>
    public static bool operator ==(Shape left, Shape right) => left.Equals(right);

    /// <summary>Whether the shapes differ.</summary>
    public static bool operator !=(Shape left, Shape right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Shape other) => Lengths.SequenceEqual(other.Lengths);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Shape other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var length in Lengths)
            hash.Add(length);
        return hash.ToHashCode();
    }

    /// <summary>As on paper: <c>(2, 3)</c>.</summary>
    public override string ToString() => Text(Lengths);

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator() => (_lengths ?? []).AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The axis counted from the front; −1 is the last one.</summary>
    internal int Axis(int axis, string where)
    {
        var counted = axis < 0 ? axis + Rank : axis;
        return (uint)counted < (uint)Rank
            ? counted
            : throw new ArgumentOutOfRangeException(
                nameof(axis), Invariant($"{where}: an axis of {this}, −{Rank}..{Rank - 1}, is required; received {axis}."));
    }

    /// <summary>
    /// The shape that both take part in by NumPy's rule: aligned at the last axis, lengths are equal or one of them is 1.
    /// </summary>
    internal static Shape Broadcast(Shape a, Shape b, string where)
    {
        if (a == b)
            return a;
        var rank = Math.Max(a.Rank, b.Rank);
        Span<int> lengths = rank <= 8 ? stackalloc int[8] : new int[rank];
        lengths = lengths[..rank];
        for (var i = 1; i <= rank; i++)
        {
            int left = i <= a.Rank ? a[^i] : 1, right = i <= b.Rank ? b[^i] : 1;
            if (left != right && left != 1 && right != 1)
            {
                throw new ArgumentException(
                    Invariant($"{where}: {a} and {b}; counted from the last axis, lengths must be equal or 1, but {left} meets {right}."));
            }
            lengths[^i] = left == 1 ? right : left;
        }
        if (lengths.SequenceEqual(a.Lengths))
            return a;
        return lengths.SequenceEqual(b.Lengths) ? b : Create(lengths);
    }

    /// <summary>This shape after a reduction along an axis.</summary>
    internal Shape Without(int axis, bool keepAxis) =>
        keepAxis ? [.. Lengths[..axis], 1, .. Lengths[(axis + 1)..]] : [.. Lengths[..axis], .. Lengths[(axis + 1)..]];

    private static string Text(ReadOnlySpan<int> lengths)
    {
        var parts = new string[lengths.Length];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = lengths[i].ToString(CultureInfo.InvariantCulture);
        return $"({string.Join(", ", parts)})";
    }
}
