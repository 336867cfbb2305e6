using System.Numerics;
using CourseKit.Autograd;
using static System.FormattableString;

namespace CourseKit.Nn.Training;

/// <summary>
/// The area under the curve of true against false positive rates, from probabilities 0..1, by trapezoids between evenly spaced thresholds.
/// </summary>
/// <remarks>
/// What Keras's <c>AUC</c> computes with its defaults (ROC, interpolation, 200 thresholds). Exact only in the limit of many thresholds.
/// Outputs of several columns count as one question for each column.
/// </remarks>
public sealed class RunningAuc : RunningMetric
{
    private readonly long[] _positives, _negatives;

    /// <param name="thresholds">2 or more. Default 200.</param>
    /// <exception cref="ArgumentException">There are fewer than two.</exception>
    public RunningAuc(int thresholds = 200)
    {
        if (thresholds < 2)
            throw new ArgumentException(Invariant($"RunningAuc: 2 or more thresholds are required; received {thresholds}."));
        (_positives, _negatives) = (new long[thresholds - 1], new long[thresholds - 1]);
    }

    /// <inheritdoc/>
    public override double Value
    {
        get
        {
            double yes = _positives.Sum(), no = _negatives.Sum();
            if (yes == 0 || no == 0)
                return 0;

            // Threshold i is exceeded by what fell into place i and all above.
            double area = 0, truths = 0;
            for (var i = _positives.Length - 1; i >= 0; i--)
            {
                var before = truths;
                truths += _positives[i];
                area += _negatives[i] * (before + truths) / 2;
            }
            return area / (yes * no);
        }
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        Array.Clear(_positives);
        Array.Clear(_negatives);
    }

    /// <inheritdoc/>
    public override void Add(Tensor output, Samples batch)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(batch);
        if (output.DType == DType.Float32)
            Count<float>(output, batch);
        else
            Count<double>(output, batch);
    }

    // Place i of s holds the outputs above i / s and not above (i + 1) / s; those of 0 stand in place 0, whose threshold is just below.
    private void Count<T>(Tensor output, Samples batch)
        where T : unmanaged, INumber<T>
    {
        var targets = new TargetRows<T>(output, batch);
        ReadOnlySpan<T> values = output.Span<T>();
        var steps = _positives.Length;
        for (var i = 0; i < values.Length; i++)
        {
            var place = (int)Math.Clamp(Math.Ceiling(double.CreateChecked(values[i]) * steps) - 1, 0, steps - 1);
            (targets.IsYes(i / targets.Width, i % targets.Width) ? _positives : _negatives)[place]++;
        }
    }
}
