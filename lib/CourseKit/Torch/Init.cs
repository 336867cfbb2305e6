using CourseKit.Autograd;
using static System.FormattableString;

namespace CourseKit.Torch;

/// <summary>Ways to begin with weights: <c>torch.nn.init</c>. Each overwrites a tensor and returns it.</summary>
public static class Init
{
    /// <summary>Uniform in [low, high): <c>uniform_</c>.</summary>
    /// <param name="tensor">Any tensor.</param>
    /// <param name="low">Included.</param>
    /// <param name="high">Excluded but for rounding.</param>
    /// <param name="generator">Default: the stream of the process.</param>
    public static Tensor Uniform(Tensor tensor, double low = 0, double high = 1, Generator? generator = null)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        if (tensor.DType == DType.Float32)
            Torch.StreamOf(generator).Fill(tensor.Span<float>(), low, high);
        else
            Torch.StreamOf(generator).Fill(tensor.Span<double>(), low, high);
        return tensor;
    }

    /// <summary>Normal: <c>normal_</c>.</summary>
    /// <param name="tensor">Any tensor.</param>
    /// <param name="mean">Default 0.</param>
    /// <param name="std">The standard deviation. Default 1.</param>
    /// <param name="generator">Default: the stream of the process.</param>
    public static Tensor Normal(Tensor tensor, double mean = 0, double std = 1, Generator? generator = null)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        if (tensor.DType == DType.Float32)
            Torch.StreamOf(generator).FillNormal(tensor.Span<float>(), mean, std);
        else
            Torch.StreamOf(generator).FillNormal(tensor.Span<double>(), mean, std);
        return tensor;
    }

    /// <summary>The same value everywhere: <c>constant_</c>, <c>zeros_</c>, <c>ones_</c>.</summary>
    public static Tensor Constant(Tensor tensor, double value)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        tensor.CopyFrom(Tensor.Full(tensor.Shape, value, tensor.DType));
        return tensor;
    }

    /// <summary>Uniform in ±√3 · gain · √(2 / (in + out)): <c>xavier_uniform_</c>.</summary>
    /// <remarks>X. Glorot, Y. Bengio, Understanding the difficulty of training deep feedforward networks, AISTATS 2010, eq. 16.</remarks>
    /// <param name="weight">(out, in), or (out, in, rows, columns) of a convolution.</param>
    /// <param name="gain">Default 1.</param>
    /// <param name="generator">Default: the stream of the process.</param>
    /// <exception cref="ArgumentException">The tensor has fewer than two axes.</exception>
    public static Tensor XavierUniform(Tensor weight, double gain = 1, Generator? generator = null)
    {
        var bound = Math.Sqrt(3) * XavierStd(weight, gain, nameof(XavierUniform));
        return Uniform(weight, -bound, bound, generator);
    }

    /// <summary>Normal with a standard deviation of gain · √(2 / (in + out)): <c>xavier_normal_</c>.</summary>
    /// <inheritdoc cref="XavierUniform"/>
    public static Tensor XavierNormal(Tensor weight, double gain = 1, Generator? generator = null) =>
        Normal(weight, 0, XavierStd(weight, gain, nameof(XavierNormal)), generator);

    /// <summary>Uniform in ±√3 · √(2 / (1 + a²)) / √in: <c>kaiming_uniform_(a=a)</c>.</summary>
    /// <remarks>K. He, X. Zhang, S. Ren, J. Sun, Delving Deep into Rectifiers, ICCV 2015, eq. 15.</remarks>
    /// <param name="weight">(out, in), or (out, in, rows, columns) of a convolution.</param>
    /// <param name="a">The slope of the function behind the layer on its negative side. Default 0: ReLU. Layers begin with √5.</param>
    /// <param name="generator">Default: the stream of the process.</param>
    /// <exception cref="ArgumentException">The tensor has fewer than two axes.</exception>
    public static Tensor KaimingUniform(Tensor weight, double a = 0, Generator? generator = null)
    {
        var bound = Math.Sqrt(3) * KaimingStd(weight, a, nameof(KaimingUniform));
        return Uniform(weight, -bound, bound, generator);
    }

    /// <summary>Normal with a standard deviation of √(2 / (1 + a²)) / √in: <c>kaiming_normal_(a=a)</c>.</summary>
    /// <inheritdoc cref="KaimingUniform"/>
    public static Tensor KaimingNormal(Tensor weight, double a = 0, Generator? generator = null) =>
        Normal(weight, 0, KaimingStd(weight, a, nameof(KaimingNormal)), generator);

    private static double XavierStd(Tensor weight, double gain, string where)
    {
        var (inputs, outputs) = Fans(weight, where);
        return gain * Math.Sqrt(2.0 / (inputs + outputs));
    }

    private static double KaimingStd(Tensor weight, double a, string where) =>
        Math.Sqrt(2.0 / (1 + (a * a))) / Math.Sqrt(Fans(weight, where).In);

    // In a convolution a unit sees its window of every channel, and is seen by as many.
    private static (int In, int Out) Fans(Tensor weight, string where)
    {
        ArgumentNullException.ThrowIfNull(weight);
        if (weight.Rank < 2)
        {
            throw new ArgumentException(Invariant(
                $"Init.{where}: a weight (out, in) or (out, in, rows, columns) is required; received {weight.Shape}. Use Init.Uniform."));
        }
        var window = weight.Shape[0] * weight.Shape[1] == 0 ? 1 : weight.Count / (weight.Shape[0] * weight.Shape[1]);
        return (weight.Shape[1] * window, weight.Shape[0] * window);
    }
}
