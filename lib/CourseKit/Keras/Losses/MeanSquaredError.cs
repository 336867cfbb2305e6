using CourseKit.Nn;
using CourseKit.Nn.Losses;

namespace CourseKit.Keras.Losses;

/// <summary>Mean over all values of (y − t)².</summary>
public sealed record MeanSquaredError : Loss
{
    /// <inheritdoc/>
    public override string Name => "mean_squared_error";

    internal override TargetForm Form => TargetForm.Values;

    internal override Nn.Losses.Loss Start() => new SquaredErrorLoss(Dialect.Keras.SquaredError);
}
