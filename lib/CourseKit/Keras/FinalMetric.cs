using CourseKit.Autograd;
using CourseKit.Nn.Training;

namespace CourseKit.Keras;

/// <summary>A metric of what the network returns, where the loss is given what it has before its last function.</summary>
internal sealed class FinalMetric(RunningMetric metric, Func<Tensor, Tensor> final) : RunningMetric
{
    public override double Value => metric.Value;

    public override void Reset() => metric.Reset();

    public override void Add(Tensor output, Samples batch)
    {
        using var _ = NoGrad.Open();
        metric.Add(final(output), batch);
    }
}
