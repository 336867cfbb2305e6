using System.Numerics;
using CourseKit.Numerics;

namespace CourseKit.Autograd.Ops;

/// <summary>
/// y = f(x ∗ w + b) with images x (n, c, h, w), filters w (k, c, kh, kw) and b (k): y (n, k, oh, ow), oh = ⌊(h + padding − kh) / step⌋ + 1.
/// Backward, with dz = dy · f′(y) in the place of dy: db = Σ dz over images and places, dw and dx by <see cref="Convolution"/>.
/// </summary>
internal sealed class Conv2d<TActivation, T>(Tensor[] inputs, ConvolutionShape shape) : Node(inputs)
    where TActivation : struct, IActivation
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <param name="inputs">x, w and, if there is one, b.</param>
    /// <param name="shape">The sizes.</param>
    public static Tensor Apply(Tensor[] inputs, ConvolutionShape shape)
    {
        var (rows, columns) = shape.Places;
        var y = Tensor.Empty([shape.Images, shape.Filters, rows, columns], inputs[0].DType);
        var bias = inputs.Length > 2 ? inputs[2].Span<T>() : [];
        Convolution.Forward<T>(inputs[0].Span<T>(), inputs[1].Span<T>(), bias, y.Span<T>(), shape);
        if (typeof(TActivation) != typeof(Identity))
            Unary<TActivation, T>.Map(y, y);
        return Array.Exists(inputs, Needed) ? y.MadeBy(new Conv2d<TActivation, T>(inputs, shape)) : y;
    }

    public override void Backward(Tensor output)
    {
        Tensor x = Inputs[0], weight = Inputs[1];
        if (typeof(TActivation) != typeof(Identity))
            Unary<TActivation, T>.PullBackInPlace(output);
        ReadOnlySpan<T> dz = output.GradientSpan<T>();
        if (Inputs.Length > 2 && Inputs[2].RequiresGrad)
            Channels.Of(output).Sum(dz, Inputs[2].GradientInto<T>(out var addToBias), addToBias);
        if (weight.RequiresGrad)
        {
            var dw = weight.GradientInto<T>(out var add);
            Convolution.BackToWeight(x.Span<T>(), dz, dw, shape, add);
        }
        if (x.RequiresGrad)
        {
            var dx = x.GradientInto<T>(out var add);
            Convolution.BackToInput(dz, weight.Span<T>(), dx, shape, add);
        }
    }
}

/// <summary>Checks the shapes and chooses the precision and the function once for a whole operation.</summary>
internal static class Conv2d
{
    public static Tensor Apply(Tensor x, Tensor weight, Tensor? bias, Sliding sliding, Nonlinearity function)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(weight);
        Check.SameType(x, weight, "Conv2d");
        Check.Rank(x, 4, "Conv2d", "(n, channels, height, width)");
        if (weight.Rank != 4 || weight.Shape[1] != x.Shape[1])
        {
            throw new ArgumentException(
                $"Conv2d: for images {x.Shape} weights (filters, {x.Shape[1]}, height, width) are required; received {weight.Shape}.");
        }
        if (bias is not null)
        {
            Check.SameType(x, bias, "Conv2d");
            Check.PerChannel(bias, weight.Shape[0], "Conv2d", "bias");
        }
        var window = (weight.Shape[2], weight.Shape[3]);
        sliding.Places("Conv2d", (x.Shape[2], x.Shape[3]), window);
        ConvolutionShape shape = new(x.Shape[0], x.Shape[1], x.Shape[2], x.Shape[3], weight.Shape[0])
        {
            Window = window,
            Sliding = sliding,
        };
        Tensor[] inputs = bias is null ? [x, weight] : [x, weight, bias];
        return x.DType == DType.Float32 ? Apply<float>(inputs, shape, function) : Apply<double>(inputs, shape, function);
    }

    private static Tensor Apply<T>(Tensor[] inputs, ConvolutionShape shape, Nonlinearity function)
        where T : unmanaged, IFloatingPointIeee754<T> => function switch
        {
            Nonlinearity.Identity => Conv2d<Identity, T>.Apply(inputs, shape),
            Nonlinearity.ReLU => Conv2d<ReLU, T>.Apply(inputs, shape),
            Nonlinearity.Sigmoid => Conv2d<Sigmoid, T>.Apply(inputs, shape),
            Nonlinearity.Tanh => Conv2d<Tanh, T>.Apply(inputs, shape),
            _ => throw new ArgumentOutOfRangeException(nameof(function), $"Conv2d: a known nonlinearity is required; received {function}."),
        };
}
