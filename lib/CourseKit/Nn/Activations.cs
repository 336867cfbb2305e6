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

/// <summary>x where x > 0 and else slope · x, value by value.</summary>
/// <param name="negativeSlope">Default 0.01, as PyTorch's.</param>
public sealed class LeakyReLU(double negativeSlope = 0.01) : Module
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Functions.LeakyReLU(x, negativeSlope);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"negative_slope={ModuleText.Number(negativeSlope)}";
}

/// <summary>x where x > 0 and else alpha · (eˣ − 1), value by value.</summary>
/// <param name="alpha">Default 1.</param>
public sealed class ELU(double alpha = 1) : Module
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Functions.ELU(x, alpha);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"alpha={ModuleText.Number(alpha)}";
}

/// <summary>x Φ(x) with Φ the normal distribution, value by value.</summary>
public sealed class GELU : Module
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Functions.GELU(x);
}

/// <summary>x/(1 + e⁻ˣ), value by value.</summary>
public sealed class SiLU : Module
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Functions.SiLU(x);
}

/// <summary>ln(1 + eˣ), value by value.</summary>
public sealed class Softplus : Module
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Functions.Softplus(x);
}

/// <summary>e^x / Σ e^x along an axis.</summary>
/// <param name="dim">Along which the results sum to 1; −1 is the last one. PyTorch asks for it, too.</param>
public sealed class Softmax(int dim) : Module
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Functions.Softmax(x, dim);

    /// <inheritdoc/>
    protected override string ExtraRepr() => FormattableString.Invariant($"dim={dim}");
}

/// <summary>ln of <see cref="Softmax"/>.</summary>
/// <param name="dim">Along which the probabilities sum to 1; −1 is the last one.</param>
public sealed class LogSoftmax(int dim) : Module
{
    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => Functions.LogSoftmax(x, dim);

    /// <inheritdoc/>
    protected override string ExtraRepr() => FormattableString.Invariant($"dim={dim}");
}
