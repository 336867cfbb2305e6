namespace CourseKit.Keras.Losses;

/// <summary>−Σ t ln p of each row, for one-hot targets (n, k); the mean over the rows.</summary>
/// <remarks>
/// After softmax it is computed from the scores before it, in one step and without clipping, as Keras does. For labels (n) there is
/// <see cref="SparseCategoricalCrossentropy"/>.
/// </remarks>
/// <param name="FromLogits">Whether the network ends without softmax. Default false.</param>
public sealed record CategoricalCrossentropy(bool FromLogits = false) : Loss
{
    /// <inheritdoc/>
    public override string Name => "categorical_crossentropy";

    internal override TargetForm Form => TargetForm.Probabilities;

    internal override LossPlan Plan(ActivationFunction? final) => Crossentropies.Categorical(this, FromLogits, final);
}

/// <summary>−ln p[label] of each row, for labels (n) of 0..k−1; the mean over the rows.</summary>
/// <remarks>
/// After softmax it is computed from the scores before it, in one step and without clipping, as Keras does. For one-hot rows there is
/// <see cref="CategoricalCrossentropy"/>.
/// </remarks>
/// <param name="FromLogits">Whether the network ends without softmax. Default false.</param>
public sealed record SparseCategoricalCrossentropy(bool FromLogits = false) : Loss
{
    /// <inheritdoc/>
    public override string Name => "sparse_categorical_crossentropy";

    internal override TargetForm Form => TargetForm.Labels;

    internal override LossPlan Plan(ActivationFunction? final) => Crossentropies.Categorical(this, FromLogits, final);
}

/// <summary>−(t ln p + (1 − t) ln(1 − p)) of each value, for targets 0..1 of the output's shape; the mean over all values.</summary>
/// <remarks>After sigmoid it is computed from the scores before it, in one step and without clipping, as Keras does.</remarks>
/// <param name="FromLogits">Whether the network ends without sigmoid. Default false.</param>
public sealed record BinaryCrossentropy(bool FromLogits = false) : Loss
{
    /// <inheritdoc/>
    public override string Name => "binary_crossentropy";

    internal override TargetForm Form => TargetForm.Shares;

    internal override LossPlan Plan(ActivationFunction? final) => Crossentropies.Binary(this, FromLogits, final);
}
