using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;

namespace CourseKit.Autograd.Ops;

/// <summary>
/// y = (x − μ) / √(σ² + ε) · w + b channel by channel, for x (n, c) or (n, c, …) and w, b (c), either of which may be missing.
/// In training μ and σ² are those of the m values of a channel in this batch, and go into the running ones; else they are the running ones.
/// Backward, with x̂ = (x − μ) / √(σ² + ε): db = Σ dy, dw = Σ dy x̂, and dx = w / √(σ² + ε) · dy, in training · (dy − db/m − x̂ dw/m).
/// </summary>
/// <param name="inputs">x, and w and b as far as there are any.</param>
/// <param name="weighted">Whether there is w.</param>
/// <param name="training">Whether μ and σ² are functions of x.</param>
/// <param name="moments">Rented; μ (c), then 1/√(σ² + ε) (c).</param>
internal sealed class BatchNorm<T>(Tensor[] inputs, bool weighted, bool training, T[] moments) : RentingNode<T>(moments, inputs)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static Tensor Apply(Tensor[] inputs, bool weighted, BatchStatistics running, bool training)
    {
        var x = inputs[0];
        var channels = Channels.Of(x);
        var y = Tensor.Empty(x.Shape, x.DType);
        var rented = ArrayPool<T>.Shared.Rent(4 * channels.Count);
        Span<T> mean = Part(rented, channels, 0), root = Part(rented, channels, 1);
        if (training)
        {
            Moments(x.Span<T>(), channels, mean, root, y.Span<T>());
            Remember(running, channels, mean, root);
        }
        else
        {
            running.Mean.Span<T>().CopyTo(mean);
            running.Variance.Span<T>().CopyTo(root);
        }
        TensorPrimitives.Add(root, T.CreateChecked(running.Epsilon), root);
        TensorPrimitives.ReciprocalSqrt<T>(root, root);

        Span<T> scale = Part(rented, channels, 2), shift = Part(rented, channels, 3);
        root.CopyTo(scale);
        if (weighted)
            TensorPrimitives.Multiply(scale, inputs[1].Span<T>(), scale);
        TensorPrimitives.Multiply<T>(mean, scale, shift);
        TensorPrimitives.Negate<T>(shift, shift);
        if (inputs.Length > (weighted ? 2 : 1))
            TensorPrimitives.Add(shift, inputs[^1].Span<T>(), shift);
        channels.Scale(x.Span<T>(), scale, shift, y.Span<T>());
        if (Array.Exists(inputs, Needed))
            return y.MadeBy(new BatchNorm<T>(inputs, weighted, training, rented));
        ArrayPool<T>.Shared.Return(rented);
        return y;
    }

    public override void Backward(Tensor output)
    {
        var x = Inputs[0];
        var channels = Channels.Of(x);
        Span<T> mean = Part(Rented, channels, 0), root = Part(Rented, channels, 1);
        Span<T> ofWeight = Part(Rented, channels, 2), ofBias = Part(Rented, channels, 3);
        var dy = output.GradientSpan<T>();
        var rented = ArrayPool<T>.Shared.Rent(x.Count + channels.Count);
        Span<T> hat = rented.AsSpan(0, x.Count), shift = rented.AsSpan(x.Count, channels.Count);
        TensorPrimitives.Multiply<T>(mean, root, shift);
        TensorPrimitives.Negate<T>(shift, shift);
        channels.Scale(x.Span<T>(), root, shift, hat);
        channels.Sum(dy, ofBias, add: false);
        channels.Dot(dy, hat, ofWeight);
        if (weighted && Inputs[1].RequiresGrad)
            Inputs[1].AddToGradient<T>(ofWeight);
        if (Inputs.Length > (weighted ? 2 : 1) && Inputs[^1].RequiresGrad)
            Inputs[^1].AddToGradient<T>(ofBias);
        if (x.RequiresGrad)
            GiveToX(channels, dy, hat, shift);
        ArrayPool<T>.Shared.Return(rented);
    }

    // Uses up dy, x̂ and the sums.
    private void GiveToX(Channels channels, Span<T> dy, Span<T> hat, Span<T> scale)
    {
        Span<T> ofWeight = Part(Rented, channels, 2), ofBias = Part(Rented, channels, 3);
        Part(Rented, channels, 1).CopyTo(scale);
        if (weighted)
            TensorPrimitives.Multiply(scale, Inputs[1].Span<T>(), scale);
        var share = training ? -T.One / T.CreateChecked(channels.Images * channels.Places) : T.Zero;
        foreach (var sums in (ReadOnlySpan<int>)[2, 3])
        {
            TensorPrimitives.Multiply(Part(Rented, channels, sums), share, Part(Rented, channels, sums));
            TensorPrimitives.Multiply(Part(Rented, channels, sums), scale, Part(Rented, channels, sums));
        }
        channels.Scale<T>(hat, ofWeight, ofBias, hat);
        ofBias.Clear();
        channels.Scale<T>(dy, scale, ofBias, dy);
        TensorPrimitives.Add(dy, hat, hat);
        Inputs[0].AddToGradient<T>(hat);
    }

    // Twice over the values: the difference of two large sums would lose the digits of a small variance.
    private static void Moments(ReadOnlySpan<T> x, Channels channels, Span<T> mean, Span<T> variance, Span<T> centered)
    {
        var count = T.CreateChecked(channels.Images * channels.Places);
        channels.Sum(x, mean, add: false);
        TensorPrimitives.Divide(mean, -count, mean);
        variance.Fill(T.One);
        channels.Scale(x, variance, mean, centered);
        TensorPrimitives.Negate<T>(mean, mean);
        channels.Dot<T>(centered, centered, variance);
        TensorPrimitives.Divide(variance, count, variance);
    }

    private static void Remember(BatchStatistics running, Channels channels, ReadOnlySpan<T> mean, ReadOnlySpan<T> variance)
    {
        var newest = T.CreateChecked(running.Momentum);
        double count = channels.Images * channels.Places;
        var factor = running.Unbiased ? T.CreateChecked(running.Momentum * count / (count - 1)) : newest;
        Span<T> means = running.Mean.Span<T>(), variances = running.Variance.Span<T>();
        for (var c = 0; c < channels.Count; c++)
        {
            means[c] = ((T.One - newest) * means[c]) + (newest * mean[c]);
            variances[c] = ((T.One - newest) * variances[c]) + (factor * variance[c]);
        }
    }

    private static Span<T> Part(T[] rented, Channels channels, int index) => rented.AsSpan(index * channels.Count, channels.Count);
}

/// <summary>Checks the shapes and chooses the precision once for a whole operation.</summary>
internal static class BatchNorm
{
    public static Tensor Apply(Tensor x, Tensor? weight, Tensor? bias, BatchStatistics running, bool training)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(running);
        if (x.Rank < 2)
            throw new ArgumentException($"BatchNorm: values (n, channels, …) are required; received {x.Shape}.");
        List<Tensor> inputs = [x];
        foreach (var (parameter, name) in new[] { (weight, "weight"), (bias, "bias"), (running.Mean, "running mean") })
        {
            if (parameter is null)
                continue;
            Check.SameType(x, parameter, "BatchNorm");
            Check.PerChannel(parameter, x.Shape[1], "BatchNorm", name);
            if (parameter != running.Mean)
                inputs.Add(parameter);
        }

        // A single value has a variance, but none that is divided by m − 1.
        if (training && (x.Shape[1] == 0 || x.Count / x.Shape[1] < (running.Unbiased ? 2 : 1)))
        {
            throw new ArgumentException(
                $"BatchNorm: more than one value for each channel is required in training; received {x.Shape}. Take a larger batch.");
        }
        return x.DType == DType.Float32
            ? BatchNorm<float>.Apply([.. inputs], weight is not null, running, training)
            : BatchNorm<double>.Apply([.. inputs], weight is not null, running, training);
    }
}
