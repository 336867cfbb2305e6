using System.Reflection;
using System.Text.RegularExpressions;
using CourseKit.Autograd;

namespace CourseKit.Nn;

/// <summary>Finds what a module consists of in its fields: weights, buffers, other modules.</summary>
internal sealed partial class ModuleWalk
{
    private readonly List<StateEntry> _state = [];
    private readonly List<(string Name, Module Module)> _modules = [];
    private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);

    /// <summary>Weights and buffers, each once, in the order of declaration.</summary>
    public IReadOnlyList<StateEntry> State => _state;

    /// <summary>The module itself, then all others, each once.</summary>
    public IReadOnlyList<(string Name, Module Module)> Modules => _modules;

    public static ModuleWalk Of(Module module)
    {
        var walk = new ModuleWalk();
        walk.Visit("", module, null);
        return walk;
    }

    /// <summary>The modules directly in this one.</summary>
    public static IEnumerable<(string Name, Module Module)> Children(Module module) => Parts(module)
        .SelectMany(part => part.Value switch
        {
            Module child => [(part.Name, child)],
            IEnumerable<Module> children => children.Select((child, i) => ($"{part.Name}.{Number(i)}", child)),
            _ => Enumerable.Empty<(string, Module)>(),
        });

    /// <summary>The fields of a type and of what it inherits, inherited ones first.</summary>
    public static IEnumerable<FieldInfo> Fields(Type type)
    {
        const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var inherited = type.BaseType is { } parent && parent != typeof(Module) ? Fields(parent) : [];
        return inherited.Concat(type.GetFields(Own).OrderBy(field => field.MetadataToken));
    }

    private void Visit(string name, object? value, BufferAttribute? buffer)
    {
        if (value is null or string || !_seen.Add(value))
            return;
        if (value is Tensor tensor)
        {
            if (buffer is not null || (tensor.RequiresGrad && tensor.Node is null))
                _state.Add(new StateEntry(name, tensor, buffer));
        }
        else if (value is Module module)
        {
            _modules.Add((name, module));
            foreach (var (part, inner, mark) in Parts(module))
                Visit(Join(name, part), inner, mark);
        }
        else if (value is IEnumerable<Module> modules)
        {
            var index = 0;
            foreach (var inner in modules)
                Visit(Join(name, Number(index++)), inner, null);
        }
    }

    // A module that is a list of modules counts them itself, as PyTorch's Sequential does: "0.weight", not "layers.0.weight".
    private static IEnumerable<(string Name, object? Value, BufferAttribute? Buffer)> Parts(Module module) =>
        module is IEnumerable<Module> list
            ? list.Select((inner, i) => (Number(i), (object?)inner, (BufferAttribute?)null))
            : Fields(module.GetType())
                .Select(field => (NameOf(field), field.GetValue(module), field.GetCustomAttribute<BufferAttribute>()));

    // The fields behind a property and behind a primary constructor's parameter are called <Name>k__BackingField and <name>P.
    private static string NameOf(FieldInfo field)
    {
        var end = field.Name.IndexOf('>', StringComparison.Ordinal);
        var name = end > 0 ? field.Name[1..end] : field.Name.TrimStart('_');
        return WordStart().Replace(name, "_").ToLowerInvariant();
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string Number(int index) => index.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex WordStart();
}

/// <summary>A tensor that belongs to what a module has learned.</summary>
/// <param name="Name">The way to it: <c>fc1.weight</c>.</param>
/// <param name="Tensor">The module's own.</param>
/// <param name="Buffer">null for a weight.</param>
internal readonly record struct StateEntry(string Name, Tensor Tensor, BufferAttribute? Buffer);
