using System.Numerics;

namespace CourseKit.Autograd.Ops;

/// <summary>L = −(1/n) Σ y[i, label i] for logarithms of probabilities y (n, k). Backward: dy = −dL / n there, else 0.</summary>
internal sealed class NegativeLogLikelihood<T>(Tensor y, ReadOnlyMemory<int> labels) : Node(y)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static Tensor Apply(Tensor y, ReadOnlyMemory<int> labels)
    {
        int rows = y.Shape[0], classes = y.Shape[1];
        ReadOnlySpan<T> values = y.Span<T>();
        var sum = T.Zero;
        for (var i = 0; i < rows; i++)
            sum -= values[(i * classes) + labels.Span[i]];
        var loss = Tensor.Empty([], y.DType);
        loss.Span<T>()[0] = sum / T.CreateChecked(rows);
        return Needed(y) ? loss.MadeBy(new NegativeLogLikelihood<T>(y, labels)) : loss;
    }

    public override void Backward(Tensor output)
    {
        int rows = Inputs[0].Shape[0], classes = Inputs[0].Shape[1];
        var share = output.GradientSpan<T>()[0] / T.CreateChecked(rows);
        var dy = Inputs[0].GradientInto<T>(out var add);
        if (!add)
            dy.Clear();
        for (var i = 0; i < rows; i++)
            dy[(i * classes) + labels.Span[i]] -= share;
    }
}

/// <summary>Checks shapes and labels and chooses the precision once for a whole operation.</summary>
internal static class NegativeLogLikelihood
{
    public static Tensor Apply(Tensor y, ReadOnlyMemory<int> labels)
    {
        ArgumentNullException.ThrowIfNull(y);
        Check.Labels(labels.Span, y, "NegativeLogLikelihood");
        return y.DType == DType.Float32 ? NegativeLogLikelihood<float>.Apply(y, labels) : NegativeLogLikelihood<double>.Apply(y, labels);
    }
}
