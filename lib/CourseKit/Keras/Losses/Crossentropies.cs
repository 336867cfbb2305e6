using CourseKit.Nn.Losses;

namespace CourseKit.Keras.Losses;

/// <summary>−Σ t ln p of each row, for one-hot targets (n, k) or other rows that sum to 1; the mean over the rows.</summary>
/// <remarks>
/// Where the network ends with softmax, it is computed from the scores before it, in one step and without clipping, as Keras does; the
/// outputs of other networks are divided by the sum of their row and clipped. For labels (n) there is
/// <see cref="SparseCategoricalCrossentropy"/>.
/// </remarks>
/// <param name="FromLogits">Whether the network ends without softmax. Default false.</param>
/// <param name="LabelSmoothing">a, 0..1: t counts as (1 − a) t + a/k. Default 0.</param>
/// <exception cref="ArgumentException">a is not within 0..1.</exception>
public sealed record CategoricalCrossentropy(bool FromLogits = false, double LabelSmoothing = 0) : Loss
{
    /// <inheritdoc/>
    public override string Name => "categorical_crossentropy";

    /// <summary>a: t counts as (1 − a) t + a/k.</summary>
    public double LabelSmoothing { get; } = Smoothing(nameof(CategoricalCrossentropy), LabelSmoothing);

    internal override TargetForm Form => TargetForm.Probabilities;

    internal override bool TakesProbabilities => !FromLogits;

    internal override Nn.Losses.Loss Start() => FromLogits
        ? new CrossEntropyLoss(labelSmoothing: LabelSmoothing)
        : new CategoricalCrossEntropyLoss(Clip, LabelSmoothing);
}

/// <summary>−ln p[label] of each row, for labels (n) of 0..k−1; the mean over the rows.</summary>
/// <remarks>As <see cref="CategoricalCrossentropy"/>, which there is for one-hot rows.</remarks>
/// <param name="FromLogits">Whether the network ends without softmax. Default false.</param>
public sealed record SparseCategoricalCrossentropy(bool FromLogits = false) : Loss
{
    /// <inheritdoc/>
    public override string Name => "sparse_categorical_crossentropy";

    internal override TargetForm Form => TargetForm.Labels;

    internal override bool TakesProbabilities => !FromLogits;

    internal override Nn.Losses.Loss Start() => FromLogits ? new CrossEntropyLoss() : new CategoricalCrossEntropyLoss(Clip);
}

/// <summary>−(t ln p + (1 − t) ln(1 − p)) of each value, for targets 0..1 of the output's shape; the mean over all values.</summary>
/// <remarks>
/// Where the network ends with sigmoid, it is computed from the scores before it, in one step and without clipping, as Keras does; the
/// outputs of other networks are clipped.
/// </remarks>
/// <param name="FromLogits">Whether the network ends without sigmoid. Default false.</param>
/// <param name="LabelSmoothing">a, 0..1: t counts as (1 − a) t + a/2. Default 0.</param>
/// <exception cref="ArgumentException">a is not within 0..1.</exception>
public sealed record BinaryCrossentropy(bool FromLogits = false, double LabelSmoothing = 0) : Loss
{
    /// <inheritdoc/>
    public override string Name => "binary_crossentropy";

    /// <summary>a: t counts as (1 − a) t + a/2.</summary>
    public double LabelSmoothing { get; } = Smoothing(nameof(BinaryCrossentropy), LabelSmoothing);

    internal override TargetForm Form => TargetForm.Shares;

    internal override bool TakesProbabilities => !FromLogits;

    internal override Nn.Losses.Loss Start() => FromLogits
        ? new BinaryCrossEntropyLoss(labelSmoothing: LabelSmoothing)
        : new ProbabilityBinaryCrossEntropyLoss(Clip, LabelSmoothing);
}
