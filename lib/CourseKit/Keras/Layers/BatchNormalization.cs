using CourseKit.Autograd;
using CourseKit.Keras.Initializers;
using CourseKit.Nn;
using static System.FormattableString;

namespace CourseKit.Keras.Layers;

/// <summary>
/// Brings each channel, the last axis, to mean 0 and variance 1, by what is measured on the batch in training and by what is remembered of
/// it afterwards, then to a learned mean β and spread γ.
/// </summary>
/// <remarks>
/// S. Ioffe, C. Szegedy, Batch Normalization, ICML 2015, algorithms 1 and 2. Weights: gamma, beta, moving_mean and moving_variance
/// (channels), of which the last two are no trainable ones.
/// </remarks>
public sealed class BatchNormalization : Layer
{
    /// <param name="momentum">m, 0 or more and less than 1: moving ← m · moving + (1 − m) · batch. Default 0.99.</param>
    /// <param name="epsilon">Added to the variance before its root, above 0. Default 0.001.</param>
    /// <param name="center">Whether there is β. Default true.</param>
    /// <param name="scale">Whether there is γ. Default true.</param>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    public BatchNormalization(double momentum = 0.99, double epsilon = 1e-3, bool center = true, bool scale = true)
    {
        if (!(momentum is >= 0 and < 1) || !(epsilon > 0))
            throw Error(Invariant($"a momentum of 0 or more and less than 1 and an epsilon above 0 are required; received {momentum} and {epsilon}."));
        (Momentum, Epsilon, Center, Scale) = (momentum, epsilon, center, scale);
    }

    /// <summary>How much of what is remembered stays with each batch.</summary>
    public double Momentum { get; }

    /// <summary>Added to the variance before its root.</summary>
    public double Epsilon { get; }

    /// <summary>Whether there is β.</summary>
    public bool Center { get; }

    /// <summary>Whether there is γ.</summary>
    public bool Scale { get; }

    /// <summary>How γ starts. Default <c>"ones"</c>.</summary>
    public Initializer GammaInitializer { get; init; } = new Ones();

    /// <summary>How β starts. Default <c>"zeros"</c>.</summary>
    public Initializer BetaInitializer { get; init; } = new Zeros();

    internal override Shape Build(LayerBuild build)
    {
        var channels = build.Input[^1];
        var gamma = Scale ? build.Weight("gamma", GammaInitializer.Draw(build, [channels], channels, channels)) : null;
        var beta = Center ? build.Weight("beta", BetaInitializer.Draw(build, [channels], channels, channels)) : null;

        // The engine counts the newest batch, Keras what stays.
        var statistics = new BatchStatistics(channels, build.DType)
        {
            Momentum = 1 - Momentum,
            Epsilon = Epsilon,
            Unbiased = Dialect.Keras.BatchNorm!.Unbiased,
        };
        build.Statistic("moving_mean", statistics.Mean);
        build.Statistic("moving_variance", statistics.Variance);

        build.PutChannelsFirst();
        build.Add(new Nn.Layers.BatchNorm(statistics, gamma, beta));
        return build.Input;
    }
}
