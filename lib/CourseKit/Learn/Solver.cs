namespace CourseKit.Learn;

/// <summary>How a multilayer perceptron finds its weights.</summary>
public enum Solver
{
    /// <summary>Limited-memory BFGS on all samples at once: for small sets.</summary>
    LBFGS,

    /// <summary>Stochastic gradient descent with momentum, batch by batch.</summary>
    SGD,

    /// <summary>Adam (D. P. Kingma and J. Ba, 2015), batch by batch.</summary>
    Adam,
}
