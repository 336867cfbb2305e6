using System.Collections;
using CourseKit.Autograd;

namespace CourseKit.Nn;

/// <summary>Modules under one name, to be called one by one: <c>foreach (var block in blocks) x = block.Call(x);</c>.</summary>
/// <param name="modules">The first modules; more can be added.</param>
public sealed class ModuleList(params IEnumerable<Module> modules) : Module, IReadOnlyList<Module>
{
    private readonly List<Module> _modules = [.. modules];

    /// <inheritdoc/>
    public int Count => _modules.Count;

    /// <inheritdoc/>
    public Module this[int index] => _modules[index];

    /// <summary>Adds a module at the end.</summary>
    public void Add(Module module)
    {
        ArgumentNullException.ThrowIfNull(module);
        _modules.Add(module);
    }

    /// <summary>A list does not say how its modules work together.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override Tensor Forward(Tensor x) => throw new NotSupportedException(
        "ModuleList: its modules are called one by one in the Forward of the module that has the list; the list itself was called. "
        + "Use a Sequential for modules one after another.");

    /// <inheritdoc/>
    public IEnumerator<Module> GetEnumerator() => _modules.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
