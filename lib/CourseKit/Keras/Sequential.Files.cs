using CourseKit.Autograd;

namespace CourseKit.Keras;

public sealed partial class Sequential
{
    /// <summary>The weights of all layers in order, in Keras's shapes: for each layer its kernel and its bias.</summary>
    /// <returns>Copies.</returns>
    /// <exception cref="InvalidOperationException">The model is not built.</exception>
    public IReadOnlyList<Tensor> GetWeights() => [.. Built().Weights.Select(weight => weight.Shown())];

    /// <summary>Overwrites all weights.</summary>
    /// <param name="weights">As many, in the order and the shapes of <see cref="GetWeights"/>.</param>
    /// <exception cref="InvalidOperationException">The model is not built.</exception>
    /// <exception cref="ArgumentException">A number or a shape differs. Nothing was changed then.</exception>
    public void SetWeights(IReadOnlyList<Tensor> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var own = Built().Weights.ToArray();
        var wanted = own.Select(weight => weight.Shape).ToArray();
        if (!weights.Select(weight => weight.Shape).SequenceEqual(wanted))
        {
            throw new ArgumentException(
                $"Sequential.SetWeights: weights of the shapes {string.Join(", ", wanted)} are required; "
                + $"received {string.Join(", ", weights.Select(weight => weight.Shape))}.");
        }
        foreach (var (to, from) in own.Zip(weights))
            to.Overwrite(from);
    }

    /// <summary>
    /// Writes the model to one <c>.safetensors</c> file, which Python reads too: the layers, all weights, and if it is compiled, how it is
    /// trained.
    /// </summary>
    /// <remarks>Weights are named <c>dense/kernel</c> and have Keras's shapes. What an optimizer remembers of the last steps is not kept.</remarks>
    /// <param name="path">Of the file; one that exists is overwritten.</param>
    /// <exception cref="InvalidOperationException">The model is not built.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path)
    {
        var network = Built();
        new ModelFile
        {
            Name = Name,
            Seed = Seed,
            DType = DType,
            InputShape = network.Input,
            Layers = Layers,
            Compilation = _compilation,
            LearningRate = _compilation is null ? null : LearningRate,
        }.Save(path, network);
    }

    /// <summary>Reads a model that was written by <see cref="Save"/>.</summary>
    /// <exception cref="InvalidDataException">It is damaged or no such file; the message says where it goes wrong.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Sequential Load(string path)
    {
        var (file, weights) = ModelFile.Load(path);
        try
        {
            var model = new Sequential(file.Layers, file.InputShape, file.Seed, file.DType, file.Name);
            if (file.Compilation is { } compilation)
                model.Compile(compilation.Optimizer, compilation.Loss, compilation.Metrics);
            if (file.LearningRate is { } rate)
                model._learningRate = rate;
            foreach (var layer in model.Built().Layers)
            {
                foreach (var weight in layer.Weights)
                    weight.Overwrite(ModelFile.Weight(weights, $"{layer.Name}/{weight.Name}", weight.Shape));
            }
            return model;
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"{path}: {error.Message}", error);
        }
    }
}
