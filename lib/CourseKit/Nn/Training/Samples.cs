using CourseKit.Autograd;
using static System.FormattableString;

namespace CourseKit.Nn.Training;

/// <summary>Inputs with what a network should make of them: a label or target values for each row.</summary>
public sealed class Samples
{
    private readonly ReadOnlyMemory<int>? _labels;
    private readonly Tensor? _targets;

    /// <param name="x">Inputs (n, …).</param>
    /// <param name="labels">Classes (n), numbered from 0.</param>
    /// <exception cref="ArgumentException">There are not as many labels as rows.</exception>
    public Samples(Tensor x, ReadOnlyMemory<int> labels)
    {
        ArgumentNullException.ThrowIfNull(x);
        (X, _labels) = (x, labels);
        CheckRows(labels.Length, "labels");
    }

    /// <param name="x">Inputs (n, …).</param>
    /// <param name="targets">Target values (n, …), of the shape of the network's output.</param>
    /// <exception cref="ArgumentException">There are not as many rows of targets as of inputs.</exception>
    public Samples(Tensor x, Tensor targets)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(targets);
        (X, _targets) = (x, targets);
        CheckRows(targets.Rank == 0 ? 0 : targets.Shape[0], "rows of targets");
    }

    /// <summary>Inputs (n, …).</summary>
    public Tensor X { get; }

    /// <summary>The number of samples, n.</summary>
    public int Count => X.Shape[0];

    /// <summary>Whether these have labels; otherwise targets.</summary>
    public bool HasLabels => _labels is not null;

    /// <summary>Classes (n).</summary>
    /// <exception cref="InvalidOperationException">These samples have target values.</exception>
    public ReadOnlyMemory<int> Labels => _labels ?? throw new InvalidOperationException(
        $"Samples: labels are required by this loss; these have target values {Targets.Shape}. Pass one class for each row.");

    /// <summary>Target values (n, …).</summary>
    /// <exception cref="InvalidOperationException">These samples have labels.</exception>
    public Tensor Targets => _targets ?? throw new InvalidOperationException(
        Invariant($"Samples: target values are required by this loss; these have {Count} labels. Pass a tensor like the output."));

    /// <summary>Some rows next to each other, in shared memory.</summary>
    internal Samples Rows(int start, int count) => _labels is { } labels
        ? new Samples(X[start..(start + count)], labels.Slice(start, count))
        : new Samples(X[start..(start + count)], Targets[start..(start + count)]);

    /// <summary>The same in another precision.</summary>
    internal Samples To(DType precision) => _labels is { } labels
        ? new Samples(X.To(precision), labels)
        : new Samples(X.To(precision), Targets.To(precision));

    /// <summary>A copy of these rows, in this order.</summary>
    internal Samples Take(int[] rows) => new BatchBuffer(this, rows.Length).Gather(rows);

    private void CheckRows(int received, string what)
    {
        if (X.Rank == 0 || Count != received)
        {
            var inputs = X.Rank == 0 ? 0 : Count;
            throw new ArgumentException(Invariant(
                $"Samples: as many {what} as inputs are required; received {inputs} inputs and {received} {what}."));
        }
    }
}
