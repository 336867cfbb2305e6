namespace CourseKit.Autograd;

/// <summary>A function that a linear layer applies to its results within the same step.</summary>
public enum Nonlinearity
{
    /// <summary>y = x.</summary>
    Identity,

    /// <summary>y = max(x, 0).</summary>
    ReLU,

    /// <summary>y = 1/(1 + e⁻ˣ), also called logistic.</summary>
    Sigmoid,

    /// <summary>y = tanh x.</summary>
    Tanh,
}
