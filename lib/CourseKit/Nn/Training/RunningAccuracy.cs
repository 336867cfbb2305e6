using System.Numerics;
using CourseKit.Autograd;

namespace CourseKit.Nn.Training;

/// <summary>
/// The share of rows whose label is among the <paramref name="top"/> largest outputs (n, k), which may be scores or probabilities.
/// Targets count as the place of their largest value.
/// </summary>
/// <param name="top">1 or more. Default 1: the largest output is the label's.</param>
public sealed class RunningAccuracy(int top = 1) : RunningMetric
{
    private long _right, _rows;

    /// <inheritdoc/>
    public override double Value => _rows == 0 ? 0 : (double)_right / _rows;

    /// <inheritdoc/>
    public override void Reset() => (_right, _rows) = (0, 0);

    /// <inheritdoc/>
    public override void Add(Tensor output, Samples batch)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(batch);
        _right += output.DType == DType.Float32 ? Right<float>(output, batch) : Right<double>(output, batch);
        _rows += output.Shape[0];
    }

    private int Right<T>(Tensor output, Samples batch)
        where T : unmanaged, INumber<T>
    {
        var targets = new TargetRows<T>(output, batch);
        ReadOnlySpan<T> values = output.Span<T>();
        var right = 0;
        for (var row = 0; row < output.Shape[0]; row++)
        {
            if (IsAmongTop(values.Slice(row * targets.Width, targets.Width), targets.LabelOf(row)))
                right++;
        }
        return right;
    }

    // Of equal outputs the first ones count as the larger, so that a row has no more than one best; NaN is never among the best.
    private bool IsAmongTop<T>(ReadOnlySpan<T> row, int label)
        where T : INumber<T>
    {
        var value = row[label];
        if (T.IsNaN(value))
            return false;
        var above = 0;
        for (var j = 0; j < row.Length; j++)
            above += row[j] > value || (row[j] == value && j < label) ? 1 : 0;
        return above < top;
    }
}
