using CourseKit.Autograd;
using CourseKit.Keras.Losses;
using CourseKit.Nn.Training;
using static System.FormattableString;

namespace CourseKit.Keras;

public sealed partial class Sequential
{
    private (Samples Training, Samples? Validation) Split(Samples all, double? split, (Tensor X, Targets Y)? other)
    {
        if (split is not null && other is not null)
            throw new ArgumentException("Sequential.Fit: validationSplit or validationData is required, not both; received both. Leave one out.");
        if (other is var (x, y))
            return (all, Read(x, y, "Fit, validationData"));
        if (split is not { } share)
            return (all, null);

        // As Keras: the first int(n · (1 − split)) rows are learned from.
        var count = (int)(all.Count * (1 - share));
        return count >= 1 && count < all.Count
            ? (all.Rows(0, count), all.Rows(count, all.Count - count))
            : throw new ArgumentException(Invariant(
                $"Sequential.Fit: at least one sample in each part is required; a validationSplit of {share} makes {count} and {all.Count - count}."));
    }

    private void CheckClassWeight(IReadOnlyList<double>? weights, Loss loss)
    {
        if (weights is null)
            return;
        if (loss.Form == TargetForm.Values)
        {
            throw new ArgumentException(
                $"Sequential.Fit: a loss of classes is required for a classWeight; {loss.Name} is one of values. Leave classWeight out.");
        }
        var classes = Math.Max(2, _network!.Output.Size);
        if (weights.Count != classes || weights.Any(weight => !(weight >= 0 && double.IsFinite(weight))))
        {
            throw new ArgumentException(Invariant($"Sequential.Fit: a classWeight of {classes} numbers of 0 or more is required, one for each class; ")
                + $"received [{string.Join(", ", weights.Select(weight => weight.ToString(CultureInfo.InvariantCulture)))}].");
        }
    }

    private static void Require(bool met, string what, double received, string advice = "")
    {
        if (!met)
            throw new ArgumentException(Invariant($"Sequential.Fit: {what} is required; received {received}.{advice}"));
    }
}
