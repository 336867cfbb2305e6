using System.Numerics;
using CourseKit.Autograd;

namespace CourseKit.Nn.Training;

/// <summary>Counts yes-or-no answers: each output above a threshold is a yes, each target above ½ should be one.</summary>
/// <param name="threshold">Of the output; ½ for probabilities, 0 for scores.</param>
public abstract class RunningYesNo(double threshold) : RunningMetric
{
    /// <summary>Answers yes that are right.</summary>
    protected long TruePositives { get; private set; }

    /// <summary>Answers yes that are wrong.</summary>
    protected long FalsePositives { get; private set; }

    /// <summary>Answers no that are wrong.</summary>
    protected long FalseNegatives { get; private set; }

    /// <summary>All answers.</summary>
    protected long Answers { get; private set; }

    /// <inheritdoc/>
    public override void Reset() => (TruePositives, FalsePositives, FalseNegatives, Answers) = (0, 0, 0, 0);

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

    private void Count<T>(Tensor output, Samples batch)
        where T : unmanaged, INumber<T>
    {
        var targets = new TargetRows<T>(output, batch);
        ReadOnlySpan<T> values = output.Span<T>();
        var limit = T.CreateChecked(threshold);
        for (var i = 0; i < values.Length; i++)
        {
            bool said = values[i] > limit, so = targets.IsYes(i / targets.Width, i % targets.Width);
            TruePositives += said && so ? 1 : 0;
            FalsePositives += said && !so ? 1 : 0;
            FalseNegatives += !said && so ? 1 : 0;
        }
        Answers += values.Length;
    }

    private protected static double Share(long part, long whole) => whole == 0 ? 0 : (double)part / whole;
}

/// <summary>The share of yes-or-no answers that are right.</summary>
/// <inheritdoc cref="RunningYesNo" path="/param"/>
public sealed class RunningBinaryAccuracy(double threshold = 0.5) : RunningYesNo(threshold)
{
    /// <inheritdoc/>
    public override double Value => Share(Answers - FalsePositives - FalseNegatives, Answers);
}

/// <summary>Of the answers yes, the share that is right; 0 where there are none.</summary>
/// <inheritdoc cref="RunningYesNo" path="/param"/>
public sealed class RunningPrecision(double threshold = 0.5) : RunningYesNo(threshold)
{
    /// <inheritdoc/>
    public override double Value => Share(TruePositives, TruePositives + FalsePositives);
}

/// <summary>Of what should be answered yes, the share that is; 0 where there is nothing.</summary>
/// <inheritdoc cref="RunningYesNo" path="/param"/>
public sealed class RunningRecall(double threshold = 0.5) : RunningYesNo(threshold)
{
    /// <inheritdoc/>
    public override double Value => Share(TruePositives, TruePositives + FalseNegatives);
}
