using CourseKit.Autograd;

namespace CourseKit.Nn;

/// <summary>A part of a network: a function of tensors with weights of its own.</summary>
/// <remarks>
/// Weights need no registration: every field that holds a tensor marked by <see cref="Tensor.RequireGrad"/>, another module
/// or a list of modules is found, in the order of declaration.
/// </remarks>
public abstract class Module
{
    /// <summary>What the module computes.</summary>
    /// <param name="x">Usually (n, inputs), a row for each example.</param>
    public abstract Tensor Forward(Tensor x);

    /// <summary>Applies the module: the same as <see cref="Forward"/>.</summary>
    /// <param name="x">Usually (n, inputs), a row for each example.</param>
    public Tensor Call(Tensor x) => Forward(x);

    /// <summary>All weights, each once.</summary>
    public IReadOnlyList<Tensor> Parameters() => [.. NamedParameters().Select(entry => entry.Parameter)];

    /// <summary>All weights with the way to them: <c>layers.0.weight</c>.</summary>
    public IReadOnlyList<(string Name, Tensor Parameter)> NamedParameters() => ParameterWalk.Of(this);
}
