using CourseKit.Autograd;
using static System.FormattableString;

namespace CourseKit.Nn.Losses;

/// <summary>strength · Σ |w|: it pulls every weight towards 0 with the same force, so that some end there.</summary>
/// <remarks>R. Tibshirani, Regression Shrinkage and Selection via the Lasso, J. R. Statist. Soc. B 58, 1996.</remarks>
public sealed class L1Penalty : Penalty
{
    private readonly Tensor _weights;
    private readonly double _strength;

    /// <param name="weights">The weights that are held small; usually no biases.</param>
    /// <param name="strength">0 or more.</param>
    /// <exception cref="ArgumentException">The strength is negative.</exception>
    public L1Penalty(Tensor weights, double strength)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (!(strength >= 0))
            throw new ArgumentException(Invariant($"L1Penalty: a strength of 0 or more is required; received {strength}."));
        (_weights, _strength) = (weights, strength);
    }

    /// <inheritdoc/>
    public override Tensor Of(int batchSize) => Functions.Abs(_weights).Sum() * _strength;
}
