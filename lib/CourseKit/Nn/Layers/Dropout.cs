using CourseKit.Autograd;
using static System.FormattableString;

namespace CourseKit.Nn.Layers;

/// <summary>In training each value becomes 0 with probability p and the others grow by 1/(1 − p); afterwards nothing is changed.</summary>
/// <remarks>N. Srivastava et al., Dropout, JMLR 15 (2014), section 4. What a front end's layer of this kind is made of.</remarks>
public class Dropout : Module
{
    private readonly Func<double> _uniform;

    /// <param name="p">0..1.</param>
    /// <param name="uniform">Gives a number in [0, 1) for each value in turn, from a seeded generator; below p it is dropped.</param>
    /// <exception cref="ArgumentOutOfRangeException">p is no probability.</exception>
    public Dropout(double p, Func<double> uniform)
    {
        ArgumentNullException.ThrowIfNull(uniform);
        if (!(p is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(p), Invariant($"Dropout: p of 0..1 is required, a share of the values; received {p}."));
        }
        (P, _uniform) = (p, uniform);
    }

    /// <summary>The share that is dropped.</summary>
    public double P { get; }

    /// <inheritdoc/>
    public override Tensor Forward(Tensor x) => IsTraining && P > 0 ? Functions.Dropout(x, P, _uniform) : x;

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"p={ModuleText.Number(P)}, inplace=False";
}
