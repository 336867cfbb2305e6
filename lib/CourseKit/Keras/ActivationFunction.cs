using CourseKit.Autograd;
using CourseKit.Nn;

namespace CourseKit.Keras;

/// <summary>What a layer applies to its results.</summary>
/// <param name="Name">Keras's name.</param>
/// <param name="Apply">The function.</param>
/// <param name="Fused">The same within the step of a linear layer; null where that is not possible.</param>
internal sealed record ActivationFunction(string Name, Func<Tensor, Tensor> Apply, Nonlinearity? Fused = null)
{
    private static readonly NameTable<ActivationFunction> Names = new("activation",
        ("linear", ["identity"], () => new("linear", x => x, Nonlinearity.Identity)),
        ("relu", [], () => new("relu", Functions.ReLU, Nonlinearity.ReLU)),
        ("sigmoid", [], () => new("sigmoid", Functions.Sigmoid, Nonlinearity.Sigmoid)),
        ("tanh", [], () => new("tanh", Functions.Tanh, Nonlinearity.Tanh)),
        ("softmax", [], () => new("softmax", Functions.Softmax)),
        ("exponential", [], () => new("exponential", Functions.Exp)),
        ("leaky_relu", [], () => new("leaky_relu", x => Functions.LeakyReLU(x, Dialect.Keras.LeakySlope!.Value))),
        ("elu", [], () => new("elu", x => Functions.ELU(x))),
        ("gelu", [], () => new("gelu", Functions.GELU)),
        ("silu", ["swish"], () => new("silu", Functions.SiLU)),
        ("softplus", [], () => new("softplus", Functions.Softplus)));

    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static ActivationFunction Named(string name) => Names[name];
}
