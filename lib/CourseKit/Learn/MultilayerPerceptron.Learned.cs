using CourseKit.Autograd;

namespace CourseKit.Learn;

public abstract partial class MultilayerPerceptron
{
    private List<double> _lossCurve = [];
    private List<double> _validationScores = [];

    /// <summary>The weights of each layer, (inputs, units). Read only: they share memory with the model.</summary>
    /// <exception cref="InvalidOperationException">The model is not fitted.</exception>
    public IReadOnlyList<Tensor> Coefs => [.. Layers().Select(layer => layer.Weight.Detach())];

    /// <summary>The biases of each layer, (units). Read only: they share memory with the model.</summary>
    /// <exception cref="InvalidOperationException">The model is not fitted.</exception>
    public IReadOnlyList<Tensor> Intercepts => [.. Layers().Select(layer => layer.Bias!.Detach())];

    /// <summary>
    /// The loss of each epoch: the mean over all samples, each measured before the step that it took part in, penalty included.
    /// Differs from scikit-learn: LBFGS has one too, the loss after each step.
    /// </summary>
    public IReadOnlyList<double> LossCurve => _lossCurve;

    /// <summary>The last loss; NaN if there is none.</summary>
    public double Loss => _lossCurve.Count == 0 ? double.NaN : _lossCurve[^1];

    /// <summary>The smallest loss of all epochs; null with early stopping, which looks at the score, and with LBFGS.</summary>
    public double? BestLoss { get; private set; }

    /// <summary>With early stopping, the score on the held-back samples after each epoch: accuracy or R². Otherwise empty.</summary>
    public IReadOnlyList<double> ValidationScores => _validationScores;

    /// <summary>The best of <see cref="ValidationScores"/>; null without early stopping.</summary>
    public double? BestValidationScore => _validationScores.Count == 0 ? null : _validationScores.Max();

    /// <summary>Epochs since the weights were drawn (SGD, Adam), or steps of the last fit (LBFGS).</summary>
    public int IterationCount { get; private set; }

    /// <summary>Values in a row of the input.</summary>
    /// <exception cref="InvalidOperationException">The model is not fitted.</exception>
    public int FeatureCount => Layers()[0].Inputs;
}
