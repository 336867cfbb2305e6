using CourseKit.Autograd;
using static System.FormattableString;

namespace CourseKit.Keras.Layers;

/// <summary>
/// In training each value becomes 0 with probability rate, and the others grow by 1/(1 − rate); afterwards nothing is changed.
/// </summary>
/// <remarks>N. Srivastava et al., Dropout, JMLR 15 (2014), section 4. What is dropped comes from the model's seed.</remarks>
public sealed class Dropout : Layer
{
    /// <param name="rate">The share that is dropped, 0..1.</param>
    /// <exception cref="ArgumentException">It is no share.</exception>
    public Dropout(double rate)
    {
        if (!(rate is >= 0 and <= 1))
            throw Error(Invariant($"a rate of 0 to 1 is required, a share of the values; received {rate}."));
        Rate = rate;
    }

    /// <summary>The share that is dropped.</summary>
    public double Rate { get; }

    internal override Shape Build(LayerBuild build)
    {
        build.Add(new Nn.Layers.Dropout(Rate, build.Noise));
        return build.Input;
    }
}
