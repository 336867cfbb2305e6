using System.Numerics;
using CourseKit.Autograd;
using CourseKit.Numerics;
using static System.FormattableString;
using TensorPrimitives = System.Numerics.Tensors.TensorPrimitives;

namespace CourseKit.Nn.Optimizers;

/// <summary>Shortens gradients that are too long, between Backward and the optimizer's step.</summary>
/// <remarks>R. Pascanu, T. Mikolov and Y. Bengio, On the difficulty of training recurrent neural networks, ICML 2013, algorithm 1.</remarks>
public static class GradientClipping
{
    /// <summary>Scales all gradients alike so that their common norm √Σ g² is at most <paramref name="limit"/>.</summary>
    /// <param name="parameters">The weights; those without a gradient count as 0.</param>
    /// <param name="limit">More than 0.</param>
    /// <param name="epsilon">Added to the norm before it divides: what <see cref="Dialect.ClipNormEpsilon"/> says. Default 0.</param>
    /// <returns>The norm before clipping.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is not above 0.</exception>
    public static double ByNorm(IEnumerable<Tensor> parameters, double limit, double epsilon = 0)
    {
        CheckLimit(limit, nameof(ByNorm));
        Tensor[] clipped = [.. parameters.Where(parameter => parameter.HasGradient)];
        var norm = Math.Sqrt(clipped.Sum(SquaredNorm));
        Shorten(clipped, norm, limit, epsilon);
        return norm;
    }

    /// <summary>Scales the gradient of each tensor so that its own norm is at most <paramref name="limit"/>.</summary>
    /// <param name="parameters">The weights.</param>
    /// <param name="limit">More than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is not above 0.</exception>
    public static void EachByNorm(IEnumerable<Tensor> parameters, double limit)
    {
        CheckLimit(limit, nameof(EachByNorm));
        foreach (var parameter in parameters.Where(parameter => parameter.HasGradient))
            Shorten([parameter], Math.Sqrt(SquaredNorm(parameter)), limit, epsilon: 0);
    }

    /// <summary>Puts every value of the gradients within ±<paramref name="limit"/>.</summary>
    /// <param name="parameters">The weights.</param>
    /// <param name="limit">More than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is not above 0.</exception>
    public static void ByValue(IEnumerable<Tensor> parameters, double limit)
    {
        CheckLimit(limit, nameof(ByValue));
        foreach (var parameter in parameters.Where(parameter => parameter.HasGradient))
        {
            if (parameter.DType == DType.Float32)
                TensorPrimitives.Clamp(parameter.GradientSpan<float>(), (float)-limit, (float)limit, parameter.GradientSpan<float>());
            else
                TensorPrimitives.Clamp(parameter.GradientSpan<double>(), -limit, limit, parameter.GradientSpan<double>());
        }
    }

    // A norm that is not finite makes the gradients NaN rather than hiding what went wrong.
    private static void Shorten(Tensor[] parameters, double norm, double limit, double epsilon)
    {
        var factor = limit / (norm + epsilon);
        if (factor >= 1)
            return;
        foreach (var parameter in parameters)
        {
            if (parameter.DType == DType.Float32)
                TensorPrimitives.Multiply(parameter.GradientSpan<float>(), (float)factor, parameter.GradientSpan<float>());
            else
                TensorPrimitives.Multiply(parameter.GradientSpan<double>(), factor, parameter.GradientSpan<double>());
        }
    }

    private static double SquaredNorm(Tensor parameter) =>
        parameter.DType == DType.Float32 ? SquaredNorm<float>(parameter) : SquaredNorm<double>(parameter);

    // Blocks summed in float64: a long float32 sum would lose digits.
    private static double SquaredNorm<T>(Tensor parameter)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        const int Block = 1024;

        var sum = 0.0;
        for (var rest = parameter.GradientSpan<T>(); !rest.IsEmpty; rest = rest[Math.Min(Block, rest.Length)..])
            sum += double.CreateChecked(Sums.SumOfSquares<T>(rest[..Math.Min(Block, rest.Length)]));
        return sum;
    }

    private static void CheckLimit(double limit, string where)
    {
        if (!(limit > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(limit), Invariant(
                $"GradientClipping.{where}: a limit above 0 is required; received {limit}."));
        }
    }
}
