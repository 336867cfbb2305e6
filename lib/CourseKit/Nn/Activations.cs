using CourseKit.Autograd;

namespace CourseKit.Nn;

/// <summary>max(x, 0), value by value.</summary>
public sealed class ReLU : Module
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Functions.ReLU(x);
}

/// <summary>1/(1 + e⁻ˣ), value by value.</summary>
public sealed class Sigmoid : Module
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Functions.Sigmoid(x);
}

/// <summary>tanh x, value by value.</summary>
public sealed class Tanh : Module
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Functions.Tanh(x);
}

/// <summary>x: a place for a module that does nothing.</summary>
public sealed class Identity : Module
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => x;
}
