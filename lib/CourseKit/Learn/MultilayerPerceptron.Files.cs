using CourseKit.Autograd;
using CourseKit.Nn.Layers;

namespace CourseKit.Learn;

public abstract partial class MultilayerPerceptron
{
    private protected virtual int[]? ClassesOrNull => null;

    /// <summary>Writes settings, weights and curves to a <c>.safetensors</c> file, which Python reads too.</summary>
    /// <remarks>
    /// What an optimizer remembers of the last steps is not kept: training that goes on after Load begins with a fresh one.
    /// </remarks>
    /// <param name="path">Of the file; one that exists is overwritten.</param>
    /// <exception cref="InvalidOperationException">The model is not fitted.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path) => new ModelFile(Name, [.. Layers().Select(layer => (layer.Weight, layer.Bias!))])
    {
        Params = [.. GetParams().Select(entry => (entry.Key, entry.Value))],
        Classes = ClassesOrNull,
        LossCurve = [.. LossCurve],
        ValidationScores = [.. ValidationScores],
        Iterations = IterationCount,
        SamplesSeen = _samplesSeen,
    }.Save(path);

    /// <summary>Takes over what a file holds.</summary>
    private protected void Restore(ModelFile file, string path)
    {
        try
        {
            foreach (var (name, value) in file.Params)
                SetParams((name, value));
        }
        catch (ArgumentException error)
        {
            throw new InvalidDataException($"{path}: {error.Message}", error);
        }
        var last = file.Layers.Count - 1;
        _layers =
        [
            .. file.Layers.Select((layer, i) =>
                new Linear(layer.Weight, layer.Bias, i < last ? FunctionOf(Activation) : Nonlinearity.Identity)),
        ];
        ForgetTraining();
        (IterationCount, _samplesSeen) = (file.Iterations, file.SamplesSeen);
        foreach (var loss in file.LossCurve)
            Remember(loss);
        foreach (var score in file.ValidationScores)
            RememberScore(score);
    }
}
