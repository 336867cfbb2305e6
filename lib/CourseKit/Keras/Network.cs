using CourseKit.Autograd;
using CourseKit.Keras.Layers;
using CourseKit.Nn;
using CourseKit.Nn.Losses;

namespace CourseKit.Keras;

/// <summary>A layer with its weights, as a built model has it.</summary>
/// <param name="Layer">What was written down.</param>
/// <param name="Name">Its own or the default one.</param>
/// <param name="Output">The shape of one example after it.</param>
/// <param name="Weights">In Keras's order.</param>
internal sealed record BuiltLayer(Layer Layer, string Name, Shape Output, IReadOnlyList<LayerWeight> Weights);

/// <summary>A built model: the engine's modules behind the layers.</summary>
internal sealed class Network
{
    private Network(IReadOnlyList<BuiltLayer> layers, Shape input, NetworkBuild build)
    {
        (Layers, Input) = (layers, input);
        (DType, Penalties, Whole) = (build.DType, build.Penalties, new Nn.Sequential(build.Modules));
    }

    /// <summary>All layers but the input layer.</summary>
    public IReadOnlyList<BuiltLayer> Layers { get; }

    /// <summary>The shape of one example.</summary>
    public Shape Input { get; }

    /// <summary>The shape of what one example becomes.</summary>
    public Shape Output => Layers[^1].Output;

    public DType DType { get; }

    public IReadOnlyList<Penalty> Penalties { get; }

    public Nn.Sequential Whole { get; }

    public IEnumerable<LayerWeight> Weights => Layers.SelectMany(layer => layer.Weights);

    /// <exception cref="ArgumentException">The layers do not fit each other.</exception>
    public static Network Build(IReadOnlyList<Layer> layers, Shape input, NetworkBuild build)
    {
        var (names, shape, built) = (LayerNames.Of(layers), input, new List<BuiltLayer>());
        for (var i = 0; i < layers.Count; i++)
        {
            var place = new LayerBuild(build) { Input = shape, IsLast = i == layers.Count - 1 };
            shape = layers[i].Build(place);
            if (layers[i] is not InputLayer)
                built.Add(new BuiltLayer(layers[i], names[i], shape, place.Weights));
        }
        build.PutChannelsLast(shape);
        return new Network(built, input, build);
    }

    /// <summary>Lets the network answer as one that does not learn, also in the middle of a training.</summary>
    public T Evaluating<T>(Func<T> answer)
    {
        Whole.Eval();
        try
        {
            return answer();
        }
        finally
        {
            Whole.Train();
        }
    }
}
