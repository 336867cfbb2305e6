using System.ComponentModel;
using System.Reflection;
using CourseKit.Notebooks.Parameters;

namespace CourseKit.Notebooks.Sessions;

/// <summary>What the session puts around the values of variables that are set from outside. Not for use by hand.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GivenParameter
{
    private static readonly Dictionary<string, object?> Values = [];
    private static readonly Dictionary<string, ParameterValue> NothingGiven = [];
    private static (string Name, object? Value)? _held;

    /// <summary>The value given to a variable of the running cell.</summary>
    /// <param name="name">The variable's.</param>
    /// <param name="written">What the cell itself sets it to, for a name without a given value.</param>
    public static T Or<T>(string name, T written) => Values.TryGetValue(name, out var value) ? (T)value! : written;

    /// <summary>Keeps a value for the next cell alone, which declares a variable of this name.</summary>
    internal static void Hold(string name, object? value) => _held = new(name, value);

    /// <summary>Before a cell: the values as its variables' types.</summary>
    /// <exception cref="ParameterException">One is no value of its variable's type.</exception>
    internal static void Prepare(IReadOnlyDictionary<string, ParameterValue>? given, Type cell)
    {
        Values.Clear();
        if (_held is var (held, kept))
            Values[held] = kept;
        _held = null;
        foreach (var (name, value) in given ?? NothingGiven)
            if (cell.GetField(name, BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic) is { } variable)
                Values[name] = ParameterReader.Read(name, value, variable.FieldType);
    }
}
