namespace CourseKit.Learn;

/// <summary>One point of a <see cref="Sweep"/>: a value for each parameter.</summary>
public sealed class SweepPoint
{
    private readonly IReadOnlyList<string> _names;

    internal SweepPoint(IReadOnlyList<string> names, IReadOnlyList<object> values) => (_names, Values) = (names, values);

    /// <summary>The values, in the order of the parameters.</summary>
    public IReadOnlyList<object> Values { get; }

    /// <summary>The value of a parameter.</summary>
    /// <typeparam name="T">Its type, as it was given to <see cref="Sweep.Over"/>.</typeparam>
    /// <exception cref="ArgumentException">There is no such parameter, or it is of another type.</exception>
    public T Get<T>(string name)
    {
        var index = _names.ToList().IndexOf(name);
        if (index < 0)
            throw new ArgumentException($"SweepPoint.Get: no parameter \"{name}\" in this sweep. Known: {string.Join(", ", _names)}.");
        return Values[index] is T value ? value : throw new ArgumentException(
            $"SweepPoint.Get: \"{name}\" holds {Values[index].GetType().Name} {SweepText.Of(Values[index])}; {typeof(T).Name} was asked for. Use Get<{Values[index].GetType().Name}>.");
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", _names.Zip(Values, (name, value) => $"{name} = {SweepText.Of(value)}"));
}

/// <summary>Parameter values as text: what a table shows, and by which a point is found again in a file.</summary>
internal static class SweepText
{
    public static string Of(object value) => value switch
    {
        System.Collections.IEnumerable list and not string => $"[{string.Join(", ", list.Cast<object>().Select(Of))}]",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
