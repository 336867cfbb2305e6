using CourseKit.Autograd;
using CourseKit.Autograd.Ops;
using static System.FormattableString;

namespace CourseKit.Nn.Losses;

/// <summary>
/// A term that is added to the loss and keeps weights small: (strength / 2) · Σ w², in the form of a <see cref="Dialect"/>.
/// </summary>
/// <remarks>A. Krogh and J. A. Hertz, A Simple Weight Decay Can Improve Generalization, NIPS 1991, eq. 2.</remarks>
public sealed class L2Penalty : Penalty
{
    private readonly Tensor[] _weights;
    private readonly double _strength;
    private readonly bool _perSample;

    /// <param name="weights">The weights that are held small; usually no biases. At least one.</param>
    /// <param name="strength">0 or more; what a library calls alpha, l2 or weight decay.</param>
    /// <param name="form">How the strength is meant.</param>
    /// <exception cref="ArgumentException">There are no weights, the strength is negative, or the form is no term of the loss.</exception>
    public L2Penalty(IEnumerable<Tensor> weights, double strength, L2Form form)
    {
        _weights = [.. weights];
        if (_weights.Length == 0 || !(strength >= 0) || form == L2Form.InTheGradient)
        {
            throw new ArgumentException(Invariant(
                $"L2Penalty: weights, a strength of 0 or more and a form that is a term of the loss are required; ")
                + Invariant($"received {_weights.Length} weights, strength {strength}, {form}."));
        }
        _strength = form == L2Form.WholeSquare ? 2 * strength : strength;
        _perSample = form == L2Form.HalfSquarePerSample;
    }

    /// <inheritdoc/>
    public override Tensor Of(int batchSize) => SquaredNorm.Apply(_weights, _perSample ? _strength / batchSize : _strength);
}
