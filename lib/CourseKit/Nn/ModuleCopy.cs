using CourseKit.Autograd;

namespace CourseKit.Nn;

/// <summary>Copies a module with all that it consists of; what was shared inside is shared in the copy.</summary>
internal sealed class ModuleCopy
{
    private readonly Dictionary<object, object> _copies = new(ReferenceEqualityComparer.Instance);

    public Module Of(Module module)
    {
        if (_copies.TryGetValue(module, out var known))
            return (Module)known;
        var copy = module.ShallowCopy();
        _copies.Add(module, copy);
        foreach (var field in ModuleWalk.Fields(module.GetType()))
        {
            var value = field.GetValue(module);
            if (value is Tensor or Module or IEnumerable<Module>)
                field.SetValue(copy, Of(value, $"{module.GetType().Name}.{field.Name}", field.FieldType));
        }
        return copy;
    }

    private object Of(object value, string where, Type type) => value switch
    {
        Tensor tensor => Of(tensor),
        Module module => Of(module),
        _ when _copies.TryGetValue(value, out var known) => known,
        _ => _copies[value] = Of(((IEnumerable<Module>)value).ToArray(), where, value.GetType(), type),
    };

    private Tensor Of(Tensor tensor)
    {
        if (_copies.TryGetValue(tensor, out var known))
            return (Tensor)known;
        var copy = tensor.Clone();
        _copies.Add(tensor, copy);
        return tensor.RequiresGrad ? copy.RequireGrad() : copy;
    }

    // Lists stay lists; whatever a collection expression made behind an interface becomes an array.
    private object Of(Module[] modules, string where, Type type, Type wanted)
    {
        var element = type.GetInterfaces().Append(type)
            .First(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEnumerable<>)
                && face.GenericTypeArguments[0].IsAssignableTo(typeof(Module))).GenericTypeArguments[0];
        var copies = Array.CreateInstance(element, modules.Length);
        for (var i = 0; i < modules.Length; i++)
            copies.SetValue(Of(modules[i]), i);
        if (wanted.IsInstanceOfType(copies))
            return copies;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>))
            return Activator.CreateInstance(type, copies)!;
        throw new NotSupportedException(
            $"Clone: modules in an array or a list are required; {where} holds a {type.Name}. Use a Module[] or a ModuleList.");
    }
}
