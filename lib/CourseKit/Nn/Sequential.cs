using System.Collections;
using CourseKit.Autograd;

namespace CourseKit.Nn;

/// <summary>Modules one after another, each working on what the one before it returned.</summary>
/// <param name="layers">The modules, first one first.</param>
public sealed class Sequential(params IReadOnlyList<Module> layers) : Module, IReadOnlyList<Module>
{
    /// <summary>The modules, first one first.</summary>
    public IReadOnlyList<Module> Layers { get; } = layers;

    /// <inheritdoc/>
    public int Count => Layers.Count;

    /// <inheritdoc/>
    public Module this[int index] => Layers[index];

    /// <inheritdoc/>
    public override Tensor Forward(Tensor x)
    {
        for (var i = 0; i < Layers.Count; i++)
            x = Layers[i].Call(x);
        return x;
    }

    /// <inheritdoc/>
    public IEnumerator<Module> GetEnumerator() => Layers.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
