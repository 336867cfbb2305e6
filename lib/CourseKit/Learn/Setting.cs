using System.Reflection;
using CourseKit.Nn;
using static System.FormattableString;

namespace CourseKit.Learn;

/// <summary>
/// One setting of a multilayer perceptron, reachable by name: scikit-learn's <c>hidden_layer_sizes</c> or C#'s <c>HiddenLayerSizes</c>.
/// </summary>
internal sealed class Setting
{
    private readonly PropertyInfo _property;

    private Setting(PropertyInfo property) => (_property, Name) = (property, PythonName(property.Name));

    /// <summary>All settings in the order of scikit-learn's signature.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        .. typeof(MultilayerPerceptron).GetProperties()
            .Where(property => property.SetMethod is { IsPublic: true } && property.PropertyType != typeof(TextWriter))
            .OrderBy(property => property.MetadataToken)
            .Select(property => new Setting(property)),
    ];

    /// <summary>The name that scikit-learn gives it.</summary>
    public string Name { get; }

    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static Setting Named(string where, string name) =>
        All.FirstOrDefault(setting => setting.Name == name || setting._property.Name == name)
        ?? throw new ArgumentException($"{where}: {KnownNames.Unknown("setting", name, [.. All.Select(setting => setting.Name)])}");

    /// <summary>The value, enumerations by the names that scikit-learn gives them.</summary>
    public object? Get(MultilayerPerceptron model) => _property.GetValue(model) switch
    {
        Enum value => value.ToString().ToLowerInvariant(),
        var value => value,
    };

    /// <summary>Sets the value; what it takes is what can be meant by it.</summary>
    /// <exception cref="ArgumentException">The value is of another kind, or names nothing.</exception>
    public void Set(MultilayerPerceptron model, object? value, string where) => _property.SetValue(model, Converted(value, where));

    private object? Converted(object? value, string where)
    {
        var type = Nullable.GetUnderlyingType(_property.PropertyType) ?? _property.PropertyType;
        return value switch
        {
            null or "auto" when type != _property.PropertyType => null,
            string text when type.IsEnum => Member(type, text, where),
            IEnumerable<int> sizes when type == typeof(IReadOnlyList<int>) => sizes.ToArray(),
            int units when type == typeof(IReadOnlyList<int>) => new[] { units },
            int or long or float when type == typeof(double) => Convert.ToDouble(value, CultureInfo.InvariantCulture),
            not null when type.IsInstanceOfType(value) => value,
            _ => throw new ArgumentException($"{where}: {Name} takes {Kind(type)}; received {Text(value)}."),
        };
    }

    private object Member(Type type, string text, string where)
    {
        var names = Enum.GetNames(type);
        var known = Array.FindIndex(names, name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase));
        return known >= 0
            ? Enum.Parse(type, names[known])
            : throw new ArgumentException($"{where}: {KnownNames.Unknown(Name, text, [.. names.Select(name => name.ToLowerInvariant())])}");
    }

    private static string Kind(Type type) =>
        type == typeof(double) ? "a number"
        : type == typeof(int) ? "a whole number"
        : type == typeof(bool) ? "true or false"
        : type.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(type)).ToLowerInvariant()}"
        : "a list of whole numbers";

    private static string Text(object? value) => value is null ? "null" : Invariant($"{value} ({value.GetType().Name})");

    // An underscore before every capital and every digit but the first letter: NIterNoChange → n_iter_no_change, Beta1 → beta_1.
    private static string PythonName(string name) => string.Concat(
        name.Select((c, i) => (i > 0 && (char.IsUpper(c) || char.IsDigit(c)) ? "_" : "") + char.ToLowerInvariant(c)));
}
