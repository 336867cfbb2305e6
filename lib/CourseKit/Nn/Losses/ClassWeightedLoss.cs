using CourseKit.Autograd;
using CourseKit.Nn.Training;
using static System.FormattableString;

namespace CourseKit.Nn.Losses;

/// <summary>
/// Another loss in which each sample counts by its class: Σ weight[class] · loss / n, with n the samples of the batch whatever they weigh.
/// </summary>
/// <remarks>
/// The class is the label, of rows of targets the place of the largest, and of a single target whether it is above ½. Differs from PyTorch's
/// <c>CrossEntropyLoss(weight)</c>, which divides by the sum of the weights.
/// </remarks>
public sealed class ClassWeightedLoss : Loss
{
    private readonly Loss _loss;
    private readonly double[] _weights;

    /// <param name="loss">A mean over the rows of a batch, as all losses here are.</param>
    /// <param name="weights">One for each class, 0 or more.</param>
    /// <exception cref="ArgumentException">A weight is negative or no number.</exception>
    public ClassWeightedLoss(Loss loss, IReadOnlyList<double> weights)
    {
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(weights);
        (_loss, _weights) = (loss, [.. weights]);
        var wrong = Array.FindIndex(_weights, weight => !(weight >= 0 && double.IsFinite(weight)));
        if (wrong >= 0)
            throw new ArgumentException(Invariant($"ClassWeightedLoss: weights of 0 or more are required; that of class {wrong} is {_weights[wrong]}."));
    }

    /// <inheritdoc/>
    public override Tensor Of(Tensor output, Samples batch)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(batch);
        var classes = ClassesOf(output, batch);
        Tensor? sum = null;
        foreach (var group in Enumerable.Range(0, batch.Count).GroupBy(row => WeightOf(classes[row])))
        {
            int[] rows = [.. group];
            var part = rows.Length == batch.Count
                ? _loss.Of(output, batch) * group.Key
                : _loss.Of(Rows(output, rows), Rows(batch, rows)) * (group.Key * rows.Length / batch.Count);
            sum = sum is null ? part : sum + part;
        }
        return sum!;
    }

    private double WeightOf(int label) => (uint)label < (uint)_weights.Length
        ? _weights[label]
        : throw new ArgumentException(Invariant($"ClassWeightedLoss: a weight for each class is required; class {label} has none of {_weights.Length}."));

    private static int[] ClassesOf(Tensor output, Samples batch) => batch.HasLabels
        ? batch.Labels.ToArray()
        : output.Count > output.Shape[0]
            ? batch.Targets.ArgMax()
            : Array.ConvertAll(batch.Targets.ToDoubles(), target => target > 0.5 ? 1 : 0);

    // Probabilities stay what they are of scores, so that a loss can begin there.
    private static Tensor Rows(Tensor output, int[] rows)
    {
        var part = output.IndexSelect(0, rows);
        return output.Scores is { } scores ? part.OfScores(scores.IndexSelect(0, rows)) : part;
    }

    // A loss looks at the targets only; the inputs need not be copied.
    private static Samples Rows(Samples batch, int[] rows) => batch.HasLabels
        ? new Samples(Tensor.Zeros([rows.Length]), Array.ConvertAll(rows, row => batch.Labels.Span[row]))
        : new Samples(Tensor.Zeros([rows.Length]), batch.Targets.IndexSelect(0, rows));
}
