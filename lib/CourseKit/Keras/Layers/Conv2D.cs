using System.Text.Json.Serialization;
using CourseKit.Autograd;
using CourseKit.Keras.Initializers;
using CourseKit.Keras.Regularizers;
using static System.FormattableString;

namespace CourseKit.Keras.Layers;

/// <summary>Filters that slide over images (height, width, channels): activation(x ∗ kernel + bias), filters not mirrored.</summary>
/// <remarks>The kernel is shown and saved as (rows, columns, channels, filters), as Keras has it.</remarks>
public sealed class Conv2D : Layer
{
    // The engine has (filters, channels, rows, columns).
    private static readonly int[] KernelAxes = [2, 3, 1, 0];

    /// <param name="filters">Channels of the output, 1 or more.</param>
    /// <param name="kernelSize">Rows and columns of the filters: <c>3</c> or <c>(3, 5)</c>.</param>
    /// <param name="strides">Rows and columns of a step. Default 1.</param>
    /// <param name="padding"><c>"valid"</c>: filters stay within the image; <c>"same"</c>: zeros around it, so that the output has
    /// ⌈size / step⌉ rows and columns. Default <c>"valid"</c>.</param>
    /// <param name="activation"><c>"relu"</c>, …. Default <c>"linear"</c>: none.</param>
    /// <exception cref="ArgumentException">A number is less than 1, or there is no such padding or activation.</exception>
    public Conv2D(int filters, Size2D kernelSize, Size2D? strides = null, string padding = "valid", string activation = "linear")
        : this(filters, kernelSize, strides ?? 1, padding, activation)
    {
    }

    [JsonConstructor]
    internal Conv2D(int filters, Size2D kernelSize, Size2D strides, string padding, string activation)
    {
        if (filters < 1)
            throw Error(Invariant($"1 or more filters are required; received {filters}."));
        (Filters, KernelSize, Strides) = (filters, Positive(kernelSize, "kernelSize"), Positive(strides, "strides"));
        (Padding, Activation) = (PaddingRule.Named(padding).Name, ActivationFunction.Named(activation).Name);
    }

    /// <summary>Channels of the output.</summary>
    public int Filters { get; }

    /// <summary>Rows and columns of the filters.</summary>
    public Size2D KernelSize { get; }

    /// <summary>Rows and columns of a step.</summary>
    public Size2D Strides { get; }

    /// <summary><c>valid</c> or <c>same</c>.</summary>
    public string Padding { get; }

    /// <summary>Keras's name of the activation.</summary>
    public string Activation { get; }

    /// <summary>Whether a bias is added. Default true.</summary>
    public bool UseBias { get; init; } = true;

    /// <summary>How the kernel starts. Default <c>"glorot_uniform"</c>, of rows · columns · channels in and rows · columns · filters out.</summary>
    public Initializer KernelInitializer { get; init; } = new GlorotUniform();

    /// <summary>How the bias (filters) starts. Default <c>"zeros"</c>.</summary>
    public Initializer BiasInitializer { get; init; } = new Zeros();

    /// <summary>What holds the kernel small; null for nothing. Default null.</summary>
    public Regularizer? KernelRegularizer { get; init; }

    /// <summary>What holds the bias small; null for nothing. Default null.</summary>
    public Regularizer? BiasRegularizer { get; init; }

    internal override bool EndsWithoutFunction => Activation == "linear";

    internal override Shape Build(LayerBuild build)
    {
        var (image, channels) = Image(build.Input);
        var sliding = PaddingRule.Named(Padding).Slide(image, KernelSize.Pair, Strides.Pair);
        var (rows, columns) = sliding.Places(Where, image, KernelSize.Pair);

        var window = KernelSize.Rows * KernelSize.Columns;
        Shape shape = [Filters, channels, KernelSize.Rows, KernelSize.Columns];
        var (fanIn, fanOut) = (window * channels, window * Filters);
        var kernel = build.Weight("kernel", KernelInitializer.Draw(build, shape, fanIn, fanOut), KernelRegularizer, KernelAxes);
        var bias = UseBias ? build.Weight("bias", BiasInitializer.Draw(build, [Filters], fanIn, fanOut), BiasRegularizer) : null;

        build.PutChannelsFirst();
        build.Add(Activation, function => new Nn.Layers.Conv2d(kernel, bias, sliding, function));
        return [rows, columns, Filters];
    }
}
