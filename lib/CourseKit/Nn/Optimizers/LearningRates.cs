namespace CourseKit.Nn.Optimizers;

/// <summary>Learning rates that change while training, as formulas.</summary>
public static class LearningRates
{
    /// <summary>Where the adaptive rate of scikit-learn gives up.</summary>
    public const double SmallestAdaptive = 1e-6;

    /// <summary>start / (t + 1)^power: scikit-learn's <c>invscaling</c>.</summary>
    /// <param name="start">The rate at the start.</param>
    /// <param name="t">Samples seen so far.</param>
    /// <param name="power">0 or more; with 0 the rate stays.</param>
    public static double InverseScaling(double start, long t, double power) => start / Math.Pow(t + 1, power);

    /// <summary>rate / 5: the next rate of scikit-learn's <c>adaptive</c>.</summary>
    public static double Adapted(double rate) => rate / 5;
}
