using CourseKit.Autograd.Ops;

namespace CourseKit.Autograd;

public sealed partial class Tensor
{
    /// <summary>The sum of all values, a single value.</summary>
    public Tensor Sum() => Ops.Sum.Over(this, 1);

    /// <summary>The sum along one axis.</summary>
    /// <param name="axis">0..Rank−1, or −1 for the last one.</param>
    /// <param name="keepAxis">Keep the axis with a length of 1, so that the result broadcasts against this tensor. Default false.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    public Tensor Sum(int axis, bool keepAxis = false) => Ops.Sum.Over(this, Shape.Axis(axis, "Sum"), keepAxis, 1);

    /// <summary>The sum along several axes.</summary>
    /// <param name="axes">Each 0..Rank−1 or counted from the end, none twice.</param>
    /// <param name="keepAxis">Keep the axes with a length of 1. Default false.</param>
    /// <exception cref="ArgumentException">There is no such axis, or one is named twice.</exception>
    public Tensor Sum(ReadOnlySpan<int> axes, bool keepAxis = false) =>
        Over(axes, keepAxis, "Sum", static (x, axis, keep) => x.Sum(axis, keep));

    /// <summary>The mean of all values, a single value; NaN if there are none.</summary>
    public Tensor Mean() => Ops.Sum.Over(this, 1.0 / Count);

    /// <summary>The mean along one axis.</summary>
    /// <inheritdoc cref="Sum(int, bool)"/>
    public Tensor Mean(int axis, bool keepAxis = false)
    {
        var counted = Shape.Axis(axis, "Mean");
        return Ops.Sum.Over(this, counted, keepAxis, 1.0 / Shape[counted]);
    }

    /// <summary>The mean along several axes.</summary>
    /// <inheritdoc cref="Sum(ReadOnlySpan{int}, bool)"/>
    public Tensor Mean(ReadOnlySpan<int> axes, bool keepAxis = false) =>
        Over(axes, keepAxis, "Mean", static (x, axis, keep) => x.Mean(axis, keep));

    /// <summary>The variance of all values, Σ (x − mean)² / (n − 1); for the divisor n: <c>x.Flatten().Var(0, correction: 0)</c>.</summary>
    public Tensor Var() => Flatten().Var(0);

    /// <summary>The variance along one axis, Σ (x − mean)² / (n − correction).</summary>
    /// <param name="axis">0..Rank−1, or −1 for the last one.</param>
    /// <param name="keepAxis">Keep the axis with a length of 1. Default false.</param>
    /// <param name="correction">Default 1, as PyTorch's; NumPy's is 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    public Tensor Var(int axis, bool keepAxis = false, int correction = 1) => Var([axis], keepAxis, correction);

    /// <summary>The variance along several axes, Σ (x − mean)² / (n − correction).</summary>
    /// <param name="axes">Each 0..Rank−1 or counted from the end, none twice.</param>
    /// <param name="keepAxis">Keep the axes with a length of 1. Default false.</param>
    /// <param name="correction">Default 1, as PyTorch's; NumPy's is 0.</param>
    /// <exception cref="ArgumentException">There is no such axis, or one is named twice.</exception>
    public Tensor Var(ReadOnlySpan<int> axes, bool keepAxis = false, int correction = 1)
    {
        var mean = Mean(axes, keepAxis: true);
        var centered = this - mean;
        var count = mean.Count == 0 ? 0 : Count / mean.Count;
        return (centered * centered).Sum(axes, keepAxis) / (count - correction);
    }

    /// <summary>The standard deviation of all values, the root of <see cref="Var()"/>.</summary>
    public Tensor Std() => Functions.Sqrt(Var());

    /// <summary>The standard deviation along one axis.</summary>
    /// <inheritdoc cref="Var(int, bool, int)"/>
    public Tensor Std(int axis, bool keepAxis = false, int correction = 1) => Functions.Sqrt(Var(axis, keepAxis, correction));

    /// <summary>The standard deviation along several axes.</summary>
    /// <inheritdoc cref="Var(ReadOnlySpan{int}, bool, int)"/>
    public Tensor Std(ReadOnlySpan<int> axes, bool keepAxis = false, int correction = 1) =>
        Functions.Sqrt(Var(axes, keepAxis, correction));

    /// <summary>The largest of all values, NaN if there is one. The gradient goes to the first of equals.</summary>
    /// <exception cref="ArgumentException">There are no values.</exception>
    public Tensor Max() => Extremum.Along(Flatten(), 0, keepAxis: false, smallest: false);

    /// <summary>The largest value along one axis, NaN where there is one. The gradient goes to the first of equals.</summary>
    /// <param name="axis">0..Rank−1, or −1 for the last one.</param>
    /// <param name="keepAxis">Keep the axis with a length of 1. Default false.</param>
    /// <exception cref="ArgumentException">There is no such axis, or nothing along it.</exception>
    public Tensor Max(int axis, bool keepAxis = false) => Extremum.Along(this, axis, keepAxis, smallest: false);

    /// <summary>The largest value along several axes.</summary>
    /// <inheritdoc cref="Sum(ReadOnlySpan{int}, bool)"/>
    public Tensor Max(ReadOnlySpan<int> axes, bool keepAxis = false) =>
        Over(axes, keepAxis, "Max", static (x, axis, keep) => x.Max(axis, keep));

    /// <summary>The smallest of all values, NaN if there is one. The gradient goes to the first of equals.</summary>
    /// <exception cref="ArgumentException">There are no values.</exception>
    public Tensor Min() => Extremum.Along(Flatten(), 0, keepAxis: false, smallest: true);

    /// <summary>The smallest value along one axis, NaN where there is one.</summary>
    /// <inheritdoc cref="Max(int, bool)"/>
    public Tensor Min(int axis, bool keepAxis = false) => Extremum.Along(this, axis, keepAxis, smallest: true);

    /// <summary>The smallest value along several axes.</summary>
    /// <inheritdoc cref="Sum(ReadOnlySpan{int}, bool)"/>
    public Tensor Min(ReadOnlySpan<int> axes, bool keepAxis = false) =>
        Over(axes, keepAxis, "Min", static (x, axis, keep) => x.Min(axis, keep));

    /// <summary>For each row of a matrix (n, k), the column of its largest value; the first one of several.</summary>
    /// <remarks>Differs from PyTorch's and NumPy's without an axis, which give one place among all values: x.Flatten().ArgMax(0).</remarks>
    /// <returns>(n), each 0..k−1.</returns>
    /// <exception cref="ArgumentException">There are not two axes.</exception>
    public int[] ArgMax()
    {
        Check.Rank(this, 2, "ArgMax", "(rows, columns)");
        return ArgMax(1);
    }

    /// <summary>Where along an axis the largest value stands; the first of equals, the first NaN if there is one.</summary>
    /// <param name="axis">0..Rank−1, or −1 for the last one.</param>
    /// <returns>One index for each place of the other axes, row by row.</returns>
    /// <exception cref="ArgumentException">There is no such axis, or nothing along it.</exception>
    public int[] ArgMax(int axis) => Extremum.Index(this, axis, smallest: false);

    /// <summary>Where along an axis the smallest value stands; the first of equals, the first NaN if there is one.</summary>
    /// <inheritdoc cref="ArgMax(int)"/>
    public int[] ArgMin(int axis) => Extremum.Index(this, axis, smallest: true);

    // The last axis first, so that the numbers of the others stay right.
    private Tensor Over(ReadOnlySpan<int> axes, bool keepAxis, string where, Func<Tensor, int, bool, Tensor> reduce)
    {
        var counted = new int[axes.Length];
        for (var i = 0; i < counted.Length; i++)
            counted[i] = Shape.Axis(axes[i], where);
        Array.Sort(counted);
        if (counted.Distinct().Count() < counted.Length)
        {
            throw new ArgumentException(
                $"{where}: axes of {Shape}, none twice, are required; received ({string.Join(", ", axes.ToArray())}). Name each once.");
        }
        var result = this;
        for (var i = counted.Length - 1; i >= 0; i--)
            result = reduce(result, counted[i], keepAxis);
        return result;
    }
}
