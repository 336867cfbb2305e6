using System.Runtime.CompilerServices;

namespace CourseKit.Plotting.Plotly;

/// <summary>The coordinates of a trace: numbers, or names of categories.</summary>
[CollectionBuilder(typeof(Values), nameof(Of))]
public sealed class Values
{
    private readonly double[]? _numbers;
    private readonly string[]? _names;

    private Values(double[]? numbers, string[]? names) => (_numbers, _names) = (numbers, names);

    /// <summary>No value.</summary>
    public static Values None { get; } = new([], null);

    /// <summary>How many there are.</summary>
    public int Count => _numbers?.Length ?? _names!.Length;

    /// <summary>The numbers; null where they are names.</summary>
    public IReadOnlyList<double>? Numbers => _numbers;

    /// <summary>The names; null where they are numbers.</summary>
    public IReadOnlyList<string>? Names => _names;

    /// <summary>These numbers.</summary>
    public static Values Of(ReadOnlySpan<double> numbers) => new(numbers.ToArray(), null);

    /// <summary>These numbers; NaN and infinities are gaps.</summary>
    public static implicit operator Values(double[] numbers) => new(numbers, null);

    /// <summary>These numbers.</summary>
    public static implicit operator Values(int[] numbers) => new(Array.ConvertAll(numbers, number => (double)number), null);

    /// <summary>These names.</summary>
    public static implicit operator Values(string[] names) => new(null, names);

    /// <summary>For <c>foreach</c> and collection expressions.</summary>
    public IEnumerator<double> GetEnumerator() => ((IEnumerable<double>)(_numbers ?? [])).GetEnumerator();
}

/// <summary>One coordinate: a number, or the name of a category.</summary>
/// <param name="Number">The number; 0 where it is a name.</param>
/// <param name="Name">The name; null where it is a number.</param>
public readonly record struct Coordinate(double Number, string? Name = null)
{
    /// <summary>This number.</summary>
    public static implicit operator Coordinate(double number) => new(number);

    /// <summary>This name.</summary>
    public static implicit operator Coordinate(string name) => new(0, name);
}
