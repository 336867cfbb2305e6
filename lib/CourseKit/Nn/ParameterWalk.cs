using System.Reflection;
using CourseKit.Autograd;

namespace CourseKit.Nn;

/// <summary>Finds the weights of a module in its fields.</summary>
internal sealed class ParameterWalk
{
    private readonly List<(string Name, Tensor Parameter)> _found = [];
    private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);

    public static IReadOnlyList<(string Name, Tensor Parameter)> Of(Module module)
    {
        var walk = new ParameterWalk();
        walk.Visit("", module);
        return walk._found;
    }

    private void Visit(string name, object? value)
    {
        if (value is null || value is string || !_seen.Add(value))
            return;
        if (value is Tensor tensor)
        {
            if (tensor.RequiresGrad && tensor.Node is null)
                _found.Add((name, tensor));
        }
        else if (value is Module)
        {
            foreach (var field in Fields(value.GetType()))
                Visit(Join(name, NameOf(field)), field.GetValue(value));
        }
        else if (value is IEnumerable<Module> modules)
        {
            var index = 0;
            foreach (var module in modules)
                Visit(Join(name, (index++).ToString(CultureInfo.InvariantCulture)), module);
        }
    }

    private static IEnumerable<FieldInfo> Fields(Type type)
    {
        const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var inherited = type.BaseType is { } parent && parent != typeof(Module) ? Fields(parent) : [];
        return inherited.Concat(type.GetFields(Own).OrderBy(field => field.MetadataToken));
    }

    // The fields behind a property and behind a primary constructor's parameter are called <Name>k__BackingField and <name>P.
    private static string NameOf(FieldInfo field)
    {
        var end = field.Name.IndexOf('>', StringComparison.Ordinal);
        var name = end > 0 ? field.Name[1..end] : field.Name.TrimStart('_');
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
