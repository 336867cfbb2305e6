using CourseKit.Nn;
using CourseKit.Nn.Losses;
using static System.FormattableString;

namespace CourseKit.Keras.Losses;

/// <summary>Mean over all values of (y − t)².</summary>
public sealed record MeanSquaredError : Loss
{
    /// <inheritdoc/>
    public override string Name => "mean_squared_error";

    internal override TargetForm Form => TargetForm.Values;

    internal override Nn.Losses.Loss Start() => new SquaredErrorLoss(Dialect.Keras.SquaredError);
}

/// <summary>Mean over all values of |y − t|.</summary>
public sealed record MeanAbsoluteError : Loss
{
    /// <inheritdoc/>
    public override string Name => "mean_absolute_error";

    internal override TargetForm Form => TargetForm.Values;

    internal override Nn.Losses.Loss Start() => new MeanAbsoluteErrorLoss();
}

/// <summary>Mean over all values of e²/2 where |e| ≤ delta and else delta (|e| − delta/2), with e = y − t.</summary>
/// <remarks>P. J. Huber, Robust Estimation of a Location Parameter, Annals of Mathematical Statistics 35 (1964).</remarks>
public sealed record Huber : Loss
{
    /// <param name="delta">From where on errors count in proportion; above 0. Default 1.</param>
    /// <exception cref="ArgumentException">delta is not above 0.</exception>
    public Huber(double delta = 1) => Delta = delta is > 0 and < double.PositiveInfinity
        ? delta
        : throw new ArgumentException(Invariant($"Huber: a delta above 0 is required; received {delta}."));

    /// <inheritdoc/>
    public override string Name => "huber";

    /// <summary>From where on errors count in proportion.</summary>
    public double Delta { get; }

    internal override TargetForm Form => TargetForm.Values;

    internal override Nn.Losses.Loss Start() => new HuberLoss(Delta);
}

/// <summary>Mean over all values of max(0, 1 − t y), for targets t of −1 and 1, or of 0 and 1, which count as those.</summary>
public sealed record Hinge : Loss
{
    /// <inheritdoc/>
    public override string Name => "hinge";

    internal override TargetForm Form => TargetForm.Signs;

    internal override Nn.Losses.Loss Start() => new HingeLoss();
}
