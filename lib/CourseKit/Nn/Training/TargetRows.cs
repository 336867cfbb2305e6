using System.Numerics;
using CourseKit.Autograd;
using static System.FormattableString;

namespace CourseKit.Nn.Training;

/// <summary>What a batch should have given, beside what it gave, read value by value in the shape of the output (n, k).</summary>
/// <typeparam name="T">The type that the output's precision names.</typeparam>
internal readonly ref struct TargetRows<T>
    where T : unmanaged, INumber<T>
{
    private readonly ReadOnlySpan<int> _labels;
    private readonly ReadOnlySpan<T> _targets;

    /// <exception cref="ArgumentException">The targets have not the shape of the output.</exception>
    public TargetRows(Tensor output, Samples batch)
    {
        Width = output.Count / output.Shape[0];
        if (batch.HasLabels)
            _labels = batch.Labels.Span;
        else
            _targets = Fitting(output, batch.Targets).Span<T>();
    }

    /// <summary>Values in a row, k.</summary>
    public int Width { get; }

    /// <summary>The class of a row: its label, or the place of the largest target.</summary>
    public int LabelOf(int row) =>
        _targets.IsEmpty ? _labels[row] : System.Numerics.Tensors.TensorPrimitives.IndexOfMax(_targets.Slice(row * Width, Width));

    /// <summary>Whether the answer to a yes-or-no question is yes: a target above ½; of labels, the label's own column, or label 1 of a single column.</summary>
    public bool IsYes(int row, int column) =>
        !_targets.IsEmpty ? _targets[(row * Width) + column] > T.CreateChecked(0.5)
        : Width == 1 ? _labels[row] == 1
        : _labels[row] == column;

    private static Tensor Fitting(Tensor output, Tensor targets) => targets.Count == output.Count && targets.DType == output.DType
        ? targets
        : throw new ArgumentException(Invariant(
            $"Metric: targets of the shape of the output, {output.DType} {output.Shape}, are required; received {targets.DType} {targets.Shape}."));
}
