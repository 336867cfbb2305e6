using System.Numerics;
using System.Numerics.Tensors;

namespace CourseKit.Data;

/// <summary>How raw pixel values v become the numbers a network sees.</summary>
/// <remarks>Computed in the element type, operation by operation, as torch and NumPy do: the results are theirs to the last bit.</remarks>
public readonly record struct Scaling
{
    private Scaling(double mean, double std) => (ToUnit, Mean, Std) = (true, mean, std);

    /// <summary>v itself: 0..255, or 0..16 for the digits.</summary>
    public static Scaling Raw => default;

    /// <summary>v / 255 (the set's largest value), range 0..1: torchvision's <c>ToTensor</c>, Keras's <c>x / 255</c>.</summary>
    public static Scaling Unit => new(mean: 0, std: 1);

    /// <summary>Whether v is divided by the set's largest value.</summary>
    public bool ToUnit { get; }

    /// <summary>What is subtracted after the division.</summary>
    public double Mean { get; }

    /// <summary>What the difference is divided by. Range &gt; 0.</summary>
    public double Std { get; }

    /// <summary>(v / 255 − mean) / std: torchvision's <c>Normalize</c> after <c>ToTensor</c>; 0.1307 and 0.3081 for MNIST.</summary>
    /// <param name="mean">Mean of the pixels in 0..1.</param>
    /// <param name="std">Their standard deviation. Range &gt; 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="std"/> is not a positive number.</exception>
    public static Scaling Standard(double mean, double std)
    {
        if (!(std > 0) || !double.IsFinite(std) || !double.IsFinite(mean))
            throw new ArgumentOutOfRangeException(nameof(std), FormattableString.Invariant(
                $"Scaling.Standard: a finite mean and a standard deviation above 0 are required; received {mean} and {std}."));
        return new Scaling(mean, std);
    }

    /// <summary>Scales raw values in place.</summary>
    internal void Apply<T>(Span<T> values, int maxValue)
        where T : unmanaged, IFloatingPoint<T>
    {
        if (!ToUnit)
            return;
        TensorPrimitives.Divide(values, T.CreateChecked(maxValue), values);
        if (Mean != 0)
            TensorPrimitives.Subtract(values, T.CreateChecked(Mean), values);
        if (Std != 1)
            TensorPrimitives.Divide(values, T.CreateChecked(Std), values);
    }
}
