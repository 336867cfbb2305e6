using CourseKit.Autograd;
using static System.FormattableString;

namespace CourseKit.Keras;

/// <summary>Labels and rows with a single one.</summary>
public static class Categories
{
    /// <summary>Each label as a row of zeros with a single one: the targets of categorical cross-entropy. Keras's <c>to_categorical</c>.</summary>
    /// <param name="y">Labels (n), numbered from 0.</param>
    /// <param name="numClasses">k; null for the largest label + 1. Give it where the data may not hold every class.</param>
    /// <returns>(n, k), float32.</returns>
    /// <exception cref="ArgumentException">There are no labels, or a label is not in 0..k−1.</exception>
    public static Tensor ToCategorical(this int[] y, int? numClasses = null)
    {
        ArgumentNullException.ThrowIfNull(y);
        if (y.Length == 0)
            throw new ArgumentException("ToCategorical: at least one label is required; received none.");
        var classes = numClasses ?? Math.Max(0, y.Max()) + 1;
        var wrong = Array.FindIndex(y, label => (uint)label >= (uint)classes);
        if (wrong >= 0)
        {
            throw new ArgumentException(Invariant(
                $"ToCategorical: labels 0..{classes - 1} are required for {classes} classes; y[{wrong}] is {y[wrong]}."));
        }
        return Tensor.From(Data.Labels.OneHot(y, classes)).To(DType.Float32);
    }
}
