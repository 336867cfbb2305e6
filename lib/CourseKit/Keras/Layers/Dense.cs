using CourseKit.Autograd;
using CourseKit.Keras.Initializers;
using CourseKit.Keras.Regularizers;
using static System.FormattableString;

namespace CourseKit.Keras.Layers;

/// <summary>A fully connected layer: activation(x · kernel + bias).</summary>
public sealed class Dense : Layer
{
    /// <param name="units">Values in a row of the output, 1 or more.</param>
    /// <param name="activation"><c>"relu"</c>, <c>"softmax"</c>, …. Default <c>"linear"</c>: none.</param>
    /// <exception cref="ArgumentException">The units are less than 1, or there is no such activation.</exception>
    public Dense(int units, string activation = "linear")
    {
        if (units < 1)
            throw Error(Invariant($"1 or more units are required; received {units}."));
        (Units, Activation) = (units, ActivationFunction.Named(activation).Name);
    }

    /// <summary>Values in a row of the output.</summary>
    public int Units { get; }

    /// <summary>Keras's name of the activation.</summary>
    public string Activation { get; }

    /// <summary>Whether a bias is added. Default true.</summary>
    public bool UseBias { get; init; } = true;

    /// <summary>How the kernel (inputs, units) starts. Default <c>"glorot_uniform"</c>.</summary>
    public Initializer KernelInitializer { get; init; } = new GlorotUniform();

    /// <summary>How the bias (units) starts. Default <c>"zeros"</c>.</summary>
    public Initializer BiasInitializer { get; init; } = new Zeros();

    /// <summary>What holds the kernel small; null for nothing. Default null.</summary>
    public Regularizer? KernelRegularizer { get; init; }

    /// <summary>What holds the bias small; null for nothing. Default null.</summary>
    public Regularizer? BiasRegularizer { get; init; }

    internal override bool EndsWithoutFunction => Activation == "linear";

    internal override Shape Build(LayerBuild build)
    {
        if (build.Input.Rank != 1)
            throw Error($"rows of values are required; received examples of {build.Input}. Put a Flatten before it.");
        var inputs = build.Input[0];
        var kernel = build.Weight("kernel", KernelInitializer.Draw(build, [inputs, Units], inputs, Units), KernelRegularizer);
        var bias = UseBias
            ? build.Weight("bias", BiasInitializer.Draw(build, [Units], inputs, Units), BiasRegularizer)
            : null;
        build.Add(Activation, function => new Nn.Layers.Linear(kernel, bias, function));
        return [Units];
    }
}
