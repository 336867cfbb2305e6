namespace CourseKit.Learn;

/// <summary>What the hidden units of a multilayer perceptron apply to their weighted sum.</summary>
public enum Activation
{
    /// <summary>f(x) = x: the network stays linear, however many layers it has.</summary>
    Identity,

    /// <summary>f(x) = 1/(1 + e⁻ˣ), between 0 and 1.</summary>
    Logistic,

    /// <summary>f(x) = tanh x, between −1 and 1.</summary>
    Tanh,

    /// <summary>f(x) = max(0, x).</summary>
    ReLU,
}
