using CourseKit.Autograd;
using CourseKit.Numerics;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace CourseKit.Nn.Optimizers;

/// <summary>All weights as one vector of float64, and the arithmetic of such vectors.</summary>
internal static class FlatWeights
{
    public static double[] Read(IReadOnlyList<Tensor> parameters) => [.. parameters.SelectMany(parameter => parameter.ToDoubles())];

    public static void Write(ReadOnlySpan<double> weights, IReadOnlyList<Tensor> parameters)
    {
        foreach (var parameter in parameters)
        {
            if (parameter.DType == DType.Float32)
                TensorPrimitives.ConvertTruncating(weights[..parameter.Count], parameter.Span<float>());
            else
                weights[..parameter.Count].CopyTo(parameter.Span<double>());
            weights = weights[parameter.Count..];
        }
    }

    /// <summary>The gradients in the same order; zeros where there is none.</summary>
    public static void ReadGradients(IReadOnlyList<Tensor> parameters, Span<double> gradient)
    {
        gradient.Clear();
        foreach (var parameter in parameters)
        {
            if (parameter.HasGradient && parameter.DType == DType.Float32)
                TensorPrimitives.ConvertTruncating<float, double>(parameter.GradientSpan<float>(), gradient);
            else if (parameter.HasGradient)
                parameter.GradientSpan<double>().CopyTo(gradient);
            gradient = gradient[parameter.Count..];
        }
    }

    public static double Dot(double[] a, double[] b) => Sums.Dot<double>(a, b);

    public static double Largest(double[] values) => Math.Abs(TensorPrimitives.MaxMagnitude<double>(values));

    /// <summary>point = start + step · direction.</summary>
    public static void Along(double[] start, double[] direction, double step, double[] point) =>
        TensorPrimitives.MultiplyAdd(direction, step, start, point);
}
